"""Words of ``indicators serve``."""

from typing import Final

from indicators.values.text import LocalText

PORT: Final = LocalText(
    zh="端口（默认从 {default} 起第一个空的）", en="port (default: the first that is free from {default} on)"
)
HOST: Final = LocalText(
    zh="在哪个地址上等候（默认 {default}，只有本机能看；0.0.0.0 为所有地址）",
    en="address to listen at (default: {default}, which only this machine reaches; 0.0.0.0 is every address)",
)
BASE_PATH: Final = LocalText(
    zh="看板在服务器上的路径，如 figures", en="path of the dashboard on its server, such as figures"
)
PUBLIC: Final = LocalText(
    zh="给读者用：须有 INDICATORS_URL 或 INDICATORS_HOSTS 说明网址；没有数据时也启动并等候",
    en="for readers: INDICATORS_URL or INDICATORS_HOSTS has to say under which name it is known, and it starts even "
    "before there are data",
)
SERVING: Final = LocalText(zh="看板：{address}（Ctrl+C 停止）", en="The dashboard is at {address} (Ctrl+C stops it).")
WAITING: Final = LocalText(zh="{path} 还没有数据，等候中。", en="There is nothing at {path} yet: waiting for it.")
NO_NAME: Final = LocalText(
    zh="要给读者用，请在环境变量 {url} 里写明网址，或在 {hosts} 里写明主机名",
    en="for readers, say in the environment variable {url} at which address it is, or in {hosts} under which names",
)
NO_PATH: Final = LocalText(zh="“{path}”不能作网址里的路径", en="“{path}” cannot be a path in an address")
NO_PORT: Final = LocalText(zh="{port} 不是端口", en="{port} is not a port")
PORT_TAKEN: Final = LocalText(
    zh="{host} 的端口 {port} 不能用（已有程序在用，或没有权限）",
    en="port {port} of {host} cannot be used (another program has it, or you may not)",
)
