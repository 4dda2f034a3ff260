"""Words of the command line: help, summaries and errors."""

from typing import Final

from indicators.values.text import Counted, LocalText

MORE: Final = LocalText(zh="……另有 {count} 处问题。", en="… and {count} more.")
FINE: Final = LocalText(
    zh="{path}：没有问题{accepted}。{articles}，{figures}。", en="{path}: no problems{accepted}. {articles}, {figures}."
)
ONLY_NOTES: Final = LocalText(
    zh="{path}：没有错误，也没有要注意的；{notes}{accepted}。{articles}，{figures}。",
    en="{path}: no errors or warnings, {notes}{accepted}. {articles}, {figures}.",
)
FOUND: Final = LocalText(zh="发现 {errors}、{warnings}{accepted}。", en="Found {errors} and {warnings}{accepted}.")
FOUND_NOTES: Final = LocalText(
    zh="发现 {errors}、{warnings}、{notes}{accepted}。", en="Found {errors}, {warnings} and {notes}{accepted}."
)
ACCEPTED: Final = Counted(
    LocalText(zh="；1 处已说明理由", en="; 1 accepted"), LocalText(zh="；{count} 处已说明理由", en="; {count} accepted")
)

PROGRAM: Final = LocalText(
    zh="报纸报道的经济指标：校核数据文件，与原文核对，列出、导出或做成网站。",
    en="Indicators as newspapers report them: check the data file, compare it with the articles, list or export it.",
)
CHECK: Final = LocalText(
    zh="校核文件或文件夹，逐行指出错误", en="check files and folders, and report every mistake with its line"
)
DRAFT: Final = LocalText(
    zh="从文章里认出数字，起草要录入的条目",
    en="propose the figures of an article, as an entry to look through",
)
CLAIM: Final = LocalText(
    zh="核对稿子里的每个数：与报道印过的相符、不符，还是未见报道",
    en="hold each number of a draft against what was reported: it agrees, it differs, or nobody reported it",
)
VERIFY: Final = LocalText(zh="在报道的原文里查找数据文件的每处引文", en="look up each quote in the text of its article")
DIFF: Final = LocalText(
    zh="比较两个文件、文件夹或 git 版本，列出增、删、改了哪些数",
    en="compare two files, folders or git revisions: figures added, withdrawn, renamed, changed",
)
SCHEMA_DATA: Final = LocalText(
    zh="数据文件或文件夹：其词表的标识和名称也写进去，供编辑器补全",
    en="a data file or a folder of them: the ids and names of its vocabulary are listed, so that an editor offers them",
)
SCHEMA: Final = LocalText(
    zh="输出编辑器用的 JSON Schema", en="print the JSON Schema that editors use for completion and checks"
)
EXPORT: Final = LocalText(zh="把数据或图表写成文件", en="write the data, or its charts, to files")
EXPORT_DATA: Final = LocalText(
    zh="把数据写成 CSV、XLSX、Parquet、JSON，或一个数据包",
    en="write the data as CSV, XLSX, Parquet, JSON, or a data package",
)
EXPORT_CHARTS: Final = LocalText(
    zh="把图表写成文件：图片、可离线的网页，或图中的数据。",
    en="Write charts to files: as images, as web pages that work offline, or as the data in them.",
)
SHOW: Final = LocalText(zh="列出所报道的数，逐个一行", en="list the reported figures, one per line")
SITE: Final = LocalText(
    zh="做成不需要服务器的完整网站：概览，每个指标、地区、行业、分组、报道和数各一页",
    en="make a complete site that needs no server: an overview, and a page for each metric, region, sector, group, "
    "article and figure",
)
SERVE: Final = LocalText(zh="在本机或服务器上打开看板", en="run the dashboard, on this machine or for readers")
PUBLISH: Final = LocalText(
    zh="发布：先严格校核，再做成网站、推到分支、写容器文件，或检查已发布的",
    en="publish, after a strict check: as a folder, as a branch of git, as a container; or check what is published",
)
PUBLISH_SITE: Final = LocalText(
    zh="把网站做在旁边，检查后一步换上，保留上一版",
    en="make the site beside the folder that is served, check it, switch to it in one step, and keep the last",
)
PUBLISH_PAGES: Final = LocalText(
    zh="把网站写成某个 git 分支上的一次提交，不动工作区",
    en="write the site as one commit on a branch of git; the work tree is left alone",
)
PUBLISH_CONTAINER: Final = LocalText(
    zh="写出一个文件夹，可以据此构建这份数据的看板的容器",
    en="write a folder from which a container with the dashboard of this dataset is built",
)
PUBLISH_CHECK: Final = LocalText(
    zh="检查已做好或已发布的：链接、响应头、数据是否一致、有没有外部请求",
    en="check what was made or published: links, headers, the same data, no request to elsewhere",
)
SBOM: Final = LocalText(
    zh="输出本程序及其所用的库的清单（CycloneDX）",
    en="print what this program consists of, with all libraries that it uses (CycloneDX)",
)
PATH: Final = LocalText(
    zh="数据文件或文件夹（默认 {default}）", en="a data file, or a folder of them (default: {default})"
)
PATHS: Final = LocalText(
    zh="数据文件或文件夹，每个是一份数据；- 为标准输入（默认 {default}）",
    en="a data file, or a folder of them; each is a dataset, and - is the standard input (default: {default})",
)
STRICT: Final = LocalText(zh="有要注意的也算不通过（退出码 1）", en="also fail on warnings (exit code 1)")
FORMAT: Final = LocalText(zh="输出的形式（默认 text）", en="format of the report (default: text)")
LANG: Final = LocalText(zh="语言：zh 或 en（默认随系统）", en="language: zh or en (default: the system's)")
NOT_RUN: Final = LocalText(zh="没有运行：{reason}", en="could not run: {reason}")
NO_SUCH_PATH: Final = LocalText(zh="找不到 {path}", en="there is nothing at {path}")
READ_AS: Final = LocalText(zh="“{name}”按 {id} 读", en="“{name}” is read as {id}")
NOT_WRITTEN: Final = LocalText(zh="不能写入 {path}：{detail}", en="{path} cannot be written: {detail}")
HAS_ERRORS: Final = LocalText(
    zh="{path} 有 {errors}。请运行 indicators check", en="{path} has {errors}. Run indicators check to see them"
)
NO_SUCH_FORMAT: Final = LocalText(
    zh="没有“{format}”这种格式；可以是 {formats}", en="there is no format {format}; choose from {formats}"
)
NOT_A_BASE: Final = LocalText(zh="{base} 不是网站的网址", en="{base} is not the address of a site")
