"""Judges rendered definitions by the public JSON schema of pipeline definitions, unchanged.

The schema is older than the service: it knows neither experiments nor property files, neither `Std:Join` nor
`Std:JsonGet`, one exception for each retry policy, and no environment or arguments of a training. So each definition is put into a conservative profile first:
what the schema cannot know is taken out, counted and told; all the rest must be as the schema says. That the schema
can refuse is shown with edited definitions.

    pipeline_schema.py SCHEMA.json DEFINITION.json…
"""
import collections
import copy
import json
import sys

from jsonschema import Draft7Validator

UNKNOWN_KEYS = {"PipelineExperimentConfig", "ExperimentConfig", "PropertyFiles", "AppManaged", "EnumValues"}
# Of a training job only; those of processing jobs it knows.
UNKNOWN_IN_TRAINING = {"Environment", "ContainerArguments"}
UNKNOWN_FUNCTIONS = {"Std:Join", "Std:JsonGet"}


def conservative(node, changes, unknown=frozenset(UNKNOWN_KEYS)):
    """The node in words that the schema knows; counts what was changed."""
    if isinstance(node, list):
        return [conservative(one, changes, unknown) for one in node]
    if not isinstance(node, dict):
        return node
    if len(node) == 1 and UNKNOWN_FUNCTIONS & set(node):
        changes[f"{next(iter(node))} as text"] += 1
        return "text"
    if node.get("Type") == "Training":
        unknown = unknown | UNKNOWN_IN_TRAINING
    plain = {}
    for key, value in node.items():
        if key in unknown:
            changes[f"{key} taken out"] += 1
        elif key == "RetryPolicies":
            plain[key] = [{**policy, "ExceptionType": kind} for policy in value for kind in policy["ExceptionType"]]
            changes["a retry policy for each exception"] += len(plain[key]) - len(value)
        else:
            plain[key] = conservative(value, changes, unknown)
    return plain


def causes(error):
    """What is really wrong: a step is tried as every kind of step, and only one kind is meant."""
    branches = collections.defaultdict(list)
    for cause in error.context:
        branches[cause.schema_path[0]].append(cause)
    meant = [branch for branch in branches.values() if not any(cause.absolute_path[-1] == "Type" for cause in branch)]
    if not meant:
        yield error
    for branch in meant:
        for cause in branch:
            yield from causes(cause)


def edits(definition):
    """Definitions that must be refused, with what was done to them."""
    def edited(title, change):
        other = copy.deepcopy(definition)
        change(other)
        return title, other

    def first(other):
        return other["Steps"][0]

    yield edited("an unknown key of a job", lambda d: first(d)["Arguments"].update(Instances=1))
    yield edited("a text for a number", lambda d: first(d)["Arguments"]["StoppingCondition"].update(
        MaxRuntimeInSeconds="3600"))
    yield edited("an unknown kind of step", lambda d: first(d).update(Type="Procession"))
    yield edited("an unknown version", lambda d: d.update(Version="2020-12-02"))


schema = json.load(open(sys.argv[1]))
Draft7Validator.check_schema(schema)
validator = Draft7Validator(schema)
failed = 0
for path in sys.argv[2:]:
    name, changes = path.rsplit("/", 1)[-1], collections.Counter()
    definition = conservative(json.load(open(path)), changes)
    errors = [cause for error in validator.iter_errors(definition) for cause in causes(error)]
    for error in errors:
        print(f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:300]}")
    failed += len(errors)
    print(f"{name}: {len(definition['Steps'])} steps, {len(errors)} errors; left out: "
          + ", ".join(f"{change} × {count}" for change, count in sorted(changes.items()) if count))
    if not errors:
        for title, other in edits(definition):
            accepted = validator.is_valid(other)
            failed += accepted
            print(f"  {title}: {'ACCEPTED, must be refused' if accepted else 'refused'}")
sys.exit(bool(failed))
