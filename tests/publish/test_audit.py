"""``scripts/audit`` says “no advisories” only where somebody has looked."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import ROOT

pytestmark = pytest.mark.slow

PROGRAM = f"""#!{sys.executable}
import json, re, sys
text = open(sys.argv[-1]).read()
names = re.findall(r"^([\\w-]+)==", text, re.MULTILINE)
canary = names == ["streamlit"]
rows = [{{"name": name, "version": "1", "vulns": []}} for name in names]
BEHAVIOUR
print(json.dumps({{"dependencies": rows, "fixes": []}}))
"""
FINDS = "canary and rows[0]['vulns'].append({'id': 'PYSEC-1'})"


def audit(folder: Path, behaviour: str | None) -> subprocess.CompletedProcess[str]:
    """The audit with a pip-audit that behaves so, or with none."""
    if behaviour is not None:
        program = folder / "pip-audit"
        program.write_text(PROGRAM.replace("BEHAVIOUR", behaviour))
        program.chmod(0o755)
    return subprocess.run(
        [sys.executable, ROOT / "scripts" / "audit"],
        env={**os.environ, "PATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "behaviour",
    [
        None,
        "sys.exit(0)",
        "pass",
        "print('No known vulnerabilities found', file=sys.stderr); rows = []",
        "rows = [{'name': name, 'skip_reason': 'not found'} for name in names]",
        f"{FINDS}; rows = rows if canary else rows[1:]",
        f"{FINDS}; canary or sys.exit(1)",
    ],
)
def test_where_nobody_could_look_it_fails(tmp_path: Path, behaviour: str | None) -> None:
    done = audit(tmp_path, behaviour)
    assert (done.returncode, done.stderr.startswith("audit not run: ")) == (2, True)


def test_where_everything_was_looked_up_it_says_what_was_found(tmp_path: Path) -> None:
    done = audit(tmp_path, FINDS)
    assert (done.returncode, done.stderr) == (0, "")
    done = audit(tmp_path, f"{FINDS}; canary or rows[3]['vulns'].append({{'id': 'PYSEC-2'}})")
    assert (done.returncode, "PYSEC-2" in done.stdout) == (1, True)
