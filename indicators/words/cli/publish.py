"""Words of publishing: what keeps a dataset from it, what was done, and what is wrong with what is published."""

from collections.abc import Mapping
from typing import Final

from indicators.values.text import Counted, LocalText

TO: Final = LocalText(
    zh="网页服务器所指的位置：一个符号链接，每次发布时一步换到新的一版",
    en="where the web server looks: a symbolic link, which each publication replaces in one step",
)
ROLL_BACK: Final = LocalText(zh="换回上一版，不做新的", en="go back to the last version; nothing is made")
ALLOW_SHRINK: Final = LocalText(
    zh="即使不到已发布的一半也发布（确实删去了）",
    en="publish even if less than half of what is published would be left",
)
BRANCH: Final = LocalText(zh="放网站的分支（默认 {default}）", en="branch of the site (default: {default})")
REMOTE: Final = LocalText(zh="推送到哪个远程仓库（默认 {default}）", en="remote repository (default: {default})")
PUSH: Final = LocalText(zh="先取回远程分支，提交后推送", en="fetch the branch before, and push it afterwards")
GENERATE_DIR: Final = LocalText(
    zh="写入的文件夹；其中的 settings.env 已有时不动", en="folder to write; a settings.env that is there stays as it is"
)
TARGET: Final = LocalText(
    zh="网站的文件夹，或者网站、看板的网址", en="folder of a site, or the address of a site or a dashboard"
)
CHECK_DATA: Final = LocalText(
    zh="应当与之一致的数据文件或文件夹（默认不比）",
    en="a data file, or a folder of them, that should be what is published (default: none)",
)

NOT_STRICT: Final = LocalText(
    zh="{path} 有 {problems}，没有发布。请先改正，或写明理由（accept）",
    en="{path} has {problems}, and was not published. Mend them, or give the reason under accept",
)
DENIED: Final = LocalText(
    zh="没有发布：{article} 的原文里没有 {figure} 的引文“{quote}”",
    en="not published: the text of {article} does not have the quote “{quote}” of {figure}",
)
UNSEALED: Final = LocalText(zh="没有发布：{place}：{problem}", en="not published: {place}: {problem}")
SHRUNK: Final = LocalText(
    zh="没有发布：只有 {now} 个数，已发布的有 {before} 个，不到一半。确实如此请加 --allow-shrink",
    en="not published: there are {now} figures where {before} are published, less than half. If that is right, add "
    "--allow-shrink",
)
VERSION_OBSTACLES: Final[Mapping[str, LocalText]] = {
    "foreign": LocalText(
        zh="{path} 那里有别的东西（不是本程序放的符号链接）",
        en="something else is at {path} (not the symbolic link that this program puts there)",
    ),
    "folder": LocalText(
        zh="{path} 是一个文件夹；要能一步换上，那里应是符号链接：请移开它，再发布",
        en="{path} is a folder, which cannot be replaced in one step as a symbolic link can: move it away and publish "
        "again",
    ),
    "none": LocalText(zh="{path} 没有更早的版本", en="there is no earlier version of {path}"),
}
BRANCH_OBSTACLES: Final[Mapping[str, LocalText]] = {
    "checked-out": LocalText(
        zh="分支 {branch} 正在某个工作区里，不能改它",
        en="the branch {branch} is checked out, and its files would seem changed",
    ),
    "diverged": LocalText(
        zh="分支 {branch} 在本地和远程各有提交（{detail}），请先合并",
        en="the branch {branch} has commits of its own here and in the remote repository ({detail}): join them first",
    ),
    "foreign": LocalText(
        zh="分支 {branch} 上有别的网站（index.html 不是本程序所做），请换一个分支",
        en="the branch {branch} has another site (its index.html was not made by this program): choose another branch",
    ),
    "git": LocalText(zh="git 没有做到：{detail}", en="git could not do it: {detail}"),
    "name": LocalText(zh="“{detail}”不能作名称", en="“{detail}” is not a name that git takes"),
    "push": LocalText(zh="远程仓库没有接受：{detail}", en="the remote repository did not answer or agree: {detail}"),
    "repository": LocalText(
        zh="{path} 不在任何 git 仓库里（git：{detail}）", en="{path} is in no repository of git (git says: {detail})"
    ),
}

SWITCHED: Final = LocalText(
    zh="{path} 现在是 {version}；上一版是 {before}。", en="{path} is now {version}; the version before is {before}."
)
FIRST: Final = LocalText(zh="{path} 现在是 {version}。", en="{path} is now {version}.")
UNCHANGED: Final = LocalText(
    zh="{path}：没有变化，仍是 {version}。", en="{path}: nothing has changed, it is still {version}."
)
COMMIT: Final = LocalText(
    zh="分支 {branch}：{now}，{added} 个新文件，{changed} 个改动，{removed} 个删除。",
    en="branch {branch}: {now}, {added} files added, {changed} changed, {removed} removed.",
)
SAME_COMMIT: Final = LocalText(
    zh="分支 {branch}：没有变化，仍是 {now}。", en="branch {branch}: nothing has changed, it is still {now}."
)
WOULD_PUSH: Final = LocalText(
    zh="没有推送。要推送请运行：git push {remote} {branch}", en="not pushed. To push: git push {remote} {branch}"
)
PUSHED: Final = LocalText(zh="已推送到 {remote}：{said}", en="pushed to {remote}: {said}")
MESSAGE: Final = LocalText(zh="{figures}，{articles}（数据 {digest}）", en="{figures} of {articles} (data {digest})")
FOREIGN_CONTAINER: Final = LocalText(
    zh="{path} 里有别的 Containerfile，请换一个文件夹",
    en="{path} has a Containerfile that this program did not write: choose another folder",
)
CONTAINER: Final = LocalText(
    zh="{path}：{files}。构建并运行：podman build --format docker -t {name} {path} && "
    "podman run -p 8501:8501 --env-file {path}/settings.env {name}（用 docker 则不要 --format）",
    en="{path}: {files}. To build and run it: podman build --format docker -t {name} {path} && "
    "podman run -p 8501:8501 --env-file {path}/settings.env {name} (with docker: without --format)",
)

FAULTS: Final[Mapping[str, LocalText]] = {
    "address": LocalText(zh="“{target}”不是网址", en="“{target}” is not an address"),
    "anchor": LocalText(zh="{target} 指到的位置不存在", en="{target} leads to a place that the page does not have"),
    "changed": LocalText(zh="内容不是做成时的", en="the content is not what was built"),
    "data": LocalText(zh="数据是 {target}，不是所给的", en="it was made of the data {target}, not of those given"),
    "form": LocalText(zh="有不是本程序写的标记", en="it has markup that this program does not write"),
    "header": LocalText(zh="响应头 {target}", en="header {target}"),
    "link": LocalText(zh="{target} 没有这个页面", en="{target} leads nowhere"),
    "missing": LocalText(zh="没有这个文件", en="the file is not there"),
    "open": LocalText(zh="应当拒绝，却答复 {target}", en="it should be refused, and is answered with {target}"),
    "outside": LocalText(zh="向外部请求 {target}", en="it makes browsers ask elsewhere: {target}"),
    "site": LocalText(zh="不是本程序做的网站或看板", en="there is no site or dashboard of this program"),
    "unready": LocalText(zh="没有数据（{target}）", en="it has no data to show ({target})"),
}
"""What is wrong with a file or an answer; its path comes before."""
ADVICE: Final = LocalText(zh="{path}：（不算错）{text}", en="{path}: (no fault) {text}")
FAULT: Final = LocalText(zh="{path}：{text}", en="{path}: {text}")
MORE_FAULTS: Final = LocalText(zh="……另有 {count} 处。", en="… and {count} more.")
FAULT_COUNT: Final = Counted(
    LocalText(zh="1 处错误", en="1 fault"), LocalText(zh="{count} 处错误", en="{count} faults")
)
CHECKED: Final = LocalText(zh="{target}：{files}，{faults}。", en="{target}: {files}, {faults}.")
CHECKED_FINE: Final = LocalText(zh="{target}：{files}，没有错误。", en="{target}: {files}, no faults.")
BUILD_FAULTY: Final = LocalText(
    zh="没有发布：新做的网站有 {faults}", en="not published: the site that was made has {faults}"
)
NOT_REACHED: Final = LocalText(zh="{address} 没有答复：{detail}", en="{address} does not answer: {detail}")
