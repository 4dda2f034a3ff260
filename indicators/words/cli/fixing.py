"""Words of ``indicators check --since`` and ``--fix``."""

from collections.abc import Mapping
from typing import Final

from indicators.loading.revisions import Obstacle
from indicators.values.text import Counted, LocalText

SINCE: Final = LocalText(
    zh="只报告 git 的这个版本里还没有的问题，如 HEAD、origin/main",
    en="report only what was not wrong in this revision of git yet, such as HEAD or origin/main",
)
OLDER: Final = Counted(
    LocalText(zh="{{revision}} 里已有的 1 处问题不列出。", en="1 problem that {{revision}} had already is not listed."),
    LocalText(
        zh="{{revision}} 里已有的 {count} 处问题不列出。",
        en="{count} problems that {{revision}} had already are not listed.",
    ),
)
HAD_ERRORS: Final = LocalText(
    zh="{revision} 里的 {path} 有错误，其余的提示无从得知，所以现有的都列出。",
    en="{path} had errors in {revision}, which hid its warnings and notes, so all of today's are listed.",
)
NOT_THERE: Final = LocalText(
    zh="{revision} 里还没有 {path}，所有问题都算新的。",
    en="{path} was not there in {revision}: all that is wrong is new.",
)
RENAMED: Final = LocalText(
    zh="{path} 在 {revision} 里叫 {former}，与它比较。",
    en="{path} was called {former} in {revision}, and is compared with it.",
)
SINCE_INPUT: Final = LocalText(
    zh="标准输入没有 git 版本；--since 要用文件或文件夹",
    en="standard input has no revisions of git; --since is for files and folders",
)
OBSTACLES: Final[Mapping[Obstacle, LocalText]] = {
    "git": LocalText(zh="不能运行 git{detail}，--since 要用它", en="git cannot be run{detail}, which --since needs"),
    "repository": LocalText(
        zh="{path} 不在 git 仓库里，没有“{revision}”可比{detail}",
        en="{path} is in no repository of git, so there is no “{revision}” to compare it with{detail}",
    ),
    "revision": LocalText(zh="git 里没有版本“{revision}”", en="git knows no revision “{revision}”"),
    "path": LocalText(zh="git 版本“{revision}”里没有 {path}", en="the revision “{revision}” does not have {path}"),
}
"""Why the earlier state cannot be read."""
DETAIL: Final = LocalText(zh="（{detail}）", en=" ({detail})")

FIX: Final = LocalText(
    zh="写好能确定的（名称→标识，2023年→2023，值之间的全角标点），先显示改动",
    en="show and write what is certain: ids for names, 2023 for 2023年, full-width punctuation between values",
)
DRY_RUN: Final = LocalText(zh="与 --fix 同用：只显示改动，不写", en="with --fix: show the changes and write nothing")
FIX_INPUT: Final = LocalText(
    zh="标准输入不能改写；--fix 要用文件或文件夹", en="standard input cannot be written; --fix is for files and folders"
)
ONLY_WITH_FIX: Final = LocalText(zh="--dry-run 要与 --fix 同用", en="--dry-run goes with --fix")
WRITTEN: Final = LocalText(zh="已写入 {path}", en="written: {path}")
NOTHING_TO_FIX: Final = LocalText(zh="{path}：没有能确定的改动", en="{path}: nothing that is certain to be changed")
