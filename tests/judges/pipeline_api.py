"""Judges rendered definitions by AWS's model of the SageMaker API: every job of every step must be a request of
CreateProcessingJob or CreateTrainingJob with known members of the right type, length, pattern and choice.

Expressions stand for values that are not known yet: a parameter is judged by its default, any other expression is taken
for right. A job's name is given by the service. That the model can refuse is shown with edited requests.

    pipeline_api.py DEFINITION.json…
"""
import copy
import json
import re
import sys

import botocore.session

REQUESTS = {"Processing": ("CreateProcessingJob", "ProcessingJobName"), "Training": ("CreateTrainingJob", "TrainingJobName")}
# Stands for what only an execution can tell.
LATER = object()


def known(node, parameters):
    """The node with parameters filled in and other expressions marked."""
    if isinstance(node, list):
        return [known(one, parameters) for one in node]
    if not isinstance(node, dict):
        return node
    if len(node) == 1 and next(iter(node)) in ("Get", "Std:Join", "Std:JsonGet"):
        text = node.get("Get", "")
        return parameters[text.split(".")[1]] if text.startswith("Parameters.") else LATER
    return {key: known(value, parameters) for key, value in node.items()}


def problems(shape, value, path):
    if value is LATER:
        return
    kinds = {"structure": dict, "list": list, "map": dict, "string": str, "boolean": bool,
             "integer": int, "long": int, "float": (int, float), "double": (int, float)}
    if not isinstance(value, kinds[shape.type_name]) or (isinstance(value, bool) and shape.type_name != "boolean"):
        yield f"{path}: expected a {shape.type_name}, found {value!r}"
        return
    yield from limits(shape, value, path)
    if shape.type_name == "structure":
        for name in shape.required_members:
            if name not in value:
                yield f"{path}: {name} is missing"
        for name, member in value.items():
            if name not in shape.members:
                yield f"{path}: the service knows no {name} here"
            else:
                yield from problems(shape.members[name], member, f"{path}.{name}")
    elif shape.type_name == "list":
        for index, member in enumerate(value):
            yield from problems(shape.member, member, f"{path}[{index}]")
    elif shape.type_name == "map":
        for name, member in value.items():
            yield from problems(shape.key, name, f"{path} key {name}")
            yield from problems(shape.value, member, f"{path}.{name}")


def limits(shape, value, path):
    size = value if isinstance(value, (int, float)) and not isinstance(value, bool) else None
    size = len(value) if isinstance(value, (str, list, dict)) else size
    low, high = shape.metadata.get("min"), shape.metadata.get("max")
    if size is not None and ((low is not None and size < low) or (high is not None and size > high)):
        yield f"{path}: {size} is not within {low} to {high}"
    pattern = shape.metadata.get("pattern")
    if pattern and isinstance(value, str) and not re.fullmatch(python_pattern(pattern), value):
        yield f"{path}: {value!r} does not match {pattern}"
    if shape.metadata.get("enum") and value not in shape.metadata["enum"]:
        yield f"{path}: {value!r} is none of the service's choices"


def python_pattern(pattern):
    """The same for Python, which has no classes such as \\p{L}: where one is used, any character will do."""
    return re.sub(r"\[[^\]]*\\p\{[^\]]*\]", ".", pattern)


def jobs(steps):
    for step in steps:
        if step["Type"] in REQUESTS:
            yield step
        for branch in ("IfSteps", "ElseSteps"):
            yield from jobs(step["Arguments"].get(branch, []))


def request_of(step, parameters):
    operation, name = REQUESTS[step["Type"]]
    shape = model.operation_model(operation).input_shape
    return shape, {name: "a-name", **known(step["Arguments"], parameters)}


def edits(request):
    """Requests that must be refused, with what was done to them."""
    def edited(title, change):
        other = copy.deepcopy(request)
        change(other)
        return title, other

    cluster = "ProcessingResources"
    if cluster in request:
        yield edited("a type that does not exist", lambda r: r[cluster]["ClusterConfig"].update(
            InstanceType="ml.m5.tiny"))
        yield edited("101 instances", lambda r: r[cluster]["ClusterConfig"].update(InstanceCount=101))
        yield edited("no image", lambda r: r["AppSpecification"].pop("ImageUri"))
    yield edited("an unknown member", lambda r: r.update(Spot=True))


model = botocore.session.Session().get_service_model("sagemaker")
failed = passed = 0
for path in sys.argv[1:]:
    definition = json.load(open(path))
    parameters = {p["Name"]: p["DefaultValue"] for p in definition["Parameters"]}
    for step in jobs(definition["Steps"]):
        shape, request = request_of(step, parameters)
        found = list(problems(shape, request, step["Name"]))
        name = path.rsplit("/", 1)[-1]
        print("\n".join(f"{name}: {problem}" for problem in found) or f"{name}: {step['Name']} is a {shape.name}")
        failed, passed = failed + len(found), passed + (not found)
        for title, other in edits(request):
            if not any(problems(shape, other, step["Name"])):
                failed += 1
                print(f"{name}: {step['Name']} with {title} was accepted, must be refused")
print(f"{passed} requests passed, {failed} problems")
sys.exit(bool(failed) or not passed)
