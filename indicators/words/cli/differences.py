"""Words of ``indicators diff``: what differs between two states of a dataset, and its help."""

from collections.abc import Mapping
from typing import Final

from indicators.analysis.differences import State
from indicators.loading.revisions import Obstacle
from indicators.values.text import Counted, LocalText

OLD: Final = LocalText(
    zh="原来的：文件、文件夹，或 git 版本，如 HEAD~1（默认 HEAD）",
    en="the old state: a file, a folder, or a revision of git such as HEAD~1 (default: HEAD)",
)
NEW: Final = LocalText(
    zh="新的：文件、文件夹，或 git 版本（默认：--data 现在的样子）",
    en="the new state: a file, a folder, or a revision of git (default: the dataset at --data as it is now)",
)
DATA: Final = LocalText(
    zh="git 版本里数据文件或文件夹的路径（默认 {default}）",
    en="where the data file, or the folder of them, is in revisions of git (default: {default})",
)
FORMAT: Final = LocalText(
    zh="输出的形式（默认 text）；markdown 用于 $GITHUB_STEP_SUMMARY",
    en="format of the report (default: text); markdown is for $GITHUB_STEP_SUMMARY",
)

STATES: Final[Mapping[State, LocalText]] = {
    "added": LocalText(zh="新增", en="added"),
    "withdrawn": LocalText(zh="撤回", en="withdrawn"),
    "renamed": LocalText(zh="改标识", en="renamed"),
    "changed": LocalText(zh="改动", en="changed"),
}
DATASET: Final = LocalText(zh="数据集", en="dataset")
ENTRY: Final = LocalText(zh="{state} {kind} {id}：{name}", en="{state} {kind} {id}: {name}")
RENAMED: Final = LocalText(zh="{former} → {id}", en="{former} → {id}")
SUCCEEDED: Final = LocalText(zh="{id}（链接转到 {successor}）", en="{id} (links lead to {successor})")
KEY: Final = LocalText(zh="  {key}：{old} → {new}", en="  {key}: {old} → {new}")
VALUE: Final = LocalText(zh="“{value}”", en="“{value}”")
NO_VALUE: Final = LocalText(zh="（无）", en="(none)")
TALLY: Final = LocalText(zh="{old} → {new}：{counts}。", en="{old} → {new}: {counts}.")
COUNT: Final = LocalText(zh="{state} {counted}", en="{counted} {state}")


def _counted(zh: str, en: str) -> Counted:
    return Counted(LocalText(zh=f"1 个{zh}", en=f"1 {en}"), LocalText(zh=f"{{count}} 个{zh}", en=f"{{count}} {en}s"))


COUNTED: Final[Mapping[str, Counted]] = {
    "dataset": _counted("数据集", "dataset"),
    "publisher": _counted("发布者", "publisher"),
    "pipeline": _counted("流程", "pipeline"),
    "theme": _counted("主题", "theme"),
    "region": _counted("地区", "region"),
    "sector": _counted("行业", "sector"),
    "group": _counted("分组", "group"),
    "unit": _counted("单位", "unit"),
    "metric": _counted("指标", "metric"),
    "ratio": _counted("比值", "ratio"),
    "event": _counted("事件", "event"),
}
"""Every kind but articles and figures, which have words in ``terms``."""
COUNTS: Final = LocalText(zh="，", en=", ")
SAME: Final = LocalText(zh="{old} → {new}：没有不同。", en="{old} → {new}: no difference.")

TITLE: Final = LocalText(zh="数据的变化：{old} → {new}", en="Changes of the data: {old} → {new}")
COLUMNS: Final = (
    LocalText(zh="变化", en="Change"),
    LocalText(zh="条目", en="Entry"),
    LocalText(zh="名称", en="Name"),
    LocalText(zh="键", en="Key"),
    LocalText(zh="原来", en="Before"),
    LocalText(zh="现在", en="After"),
)
"""The heads of the columns in Markdown."""
LEFT_OUT: Final = LocalText(zh="另有 {count} 行，这里放不下。", en="Rows that do not fit here: {count}.")

OBSTACLES: Final[Mapping[Obstacle, LocalText]] = {
    "git": LocalText(
        zh="没有文件或文件夹“{name}”；当作 git 版本来读，又不能运行 git{detail}",
        en="there is no file or folder “{name}”, and git, which could know it as a revision, cannot be run{detail}",
    ),
    "repository": LocalText(
        zh="没有文件或文件夹“{name}”；当作 git 版本来读，{path} 又不在 git 仓库里{detail}",
        en="there is no file or folder “{name}”, and {path} is in no repository of git that could know it as a "
        "revision{detail}",
    ),
    "revision": LocalText(
        zh="“{name}”既不是文件或文件夹，也不是 git 的版本",
        en="“{name}” is neither a file, nor a folder, nor a revision of git",
    ),
    "path": LocalText(zh="git 版本“{name}”里没有 {path}", en="the revision “{name}” does not have {path}"),
}
"""Why the old or the new state cannot be read."""
DETAIL: Final = LocalText(zh="（{detail}）", en=" ({detail})")
UNREADABLE: Final = LocalText(
    zh="{name} 读不成数据集，有 {errors}；第一个：{place}：{sentence}",
    en="{name} cannot be read as a dataset, it has {errors}. The first: {place}: {sentence}",
)
