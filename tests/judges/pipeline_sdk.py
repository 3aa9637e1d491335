"""Judges a rendered definition by the official SageMaker Python SDK (the v2 line).

The SDK builds the BuildManifests, Preprocess, Verify and AcceptOrRefuse steps from its own classes; what it
writes must be what we wrote, expression by expression. Keys that only one of the two states and that
mean the service's default are left out of the comparison, and listed.

    pipeline_sdk.py DEFINITION.json
"""
import json
import re
import sys
from unittest.mock import MagicMock

import boto3
from sagemaker.processing import ProcessingInput, ProcessingOutput, Processor
from sagemaker.workflow.condition_step import ConditionStep
from sagemaker.workflow.conditions import ConditionEquals, ConditionLessThanOrEqualTo
from sagemaker.workflow.execution_variables import ExecutionVariables
from sagemaker.workflow.fail_step import FailStep
from sagemaker.workflow.functions import Join, JsonGet
from sagemaker.workflow.parameters import ParameterFloat, ParameterInteger, ParameterString
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.properties import PropertyFile
from sagemaker.workflow.retry import (
    SageMakerJobExceptionTypeEnum as Job, SageMakerJobStepRetryPolicy,
    StepExceptionTypeEnum as Service, StepRetryPolicy)
from sagemaker.workflow.steps import CacheConfig, ProcessingStep

# Stated by us, left to the default by the SDK; or the other way round, with a value that means nothing.
DEFAULTS = {"S3CompressionType", "ExperimentConfig"}

ours = json.load(open(sys.argv[1]))
steps = {step["Name"]: step for step in ours["Steps"]}
kinds = {"String": ParameterString, "Integer": ParameterInteger, "Float": ParameterFloat}
parameters = {p["Name"]: kinds[p["Type"]](name=p["Name"], default_value=p["DefaultValue"])
              for p in ours["Parameters"]}
facts = {"PipelineExecutionId": ExecutionVariables.PIPELINE_EXECUTION_ID}
built = {}
client = MagicMock()
session = PipelineSession(
    boto_session=boto3.Session(region_name="eu-west-1", aws_access_key_id="x", aws_secret_access_key="x"),
    sagemaker_client=client, default_bucket="bucket")


def value(node):
    """Our JSON as the SDK's own objects."""
    if not isinstance(node, dict):
        return node
    if "Std:Join" in node:
        return Join(on=node["Std:Join"]["On"], values=[value(v) for v in node["Std:Join"]["Values"]])
    if "Std:JsonGet" in node:
        _, step, _, name = node["Std:JsonGet"]["PropertyFile"]["Get"].split(".")
        return JsonGet(step_name=step, property_file=name, json_path=node["Std:JsonGet"]["Path"])
    root, name = node["Get"].split(".", 1)
    if root == "Steps":
        return property_of(*name.split(".", 1))
    return parameters[name] if root == "Parameters" else facts[name]


def property_of(step, path):
    """What the SDK's own step has at our path."""
    found = built[step].properties
    for attribute, key in re.findall(r"\.?(\w+)|\['([^']+)'\]", path):
        found = getattr(found, attribute) if attribute else found[key]
    return found


def processing(name):
    step, job = steps[name], steps[name]["Arguments"]
    cluster = job["ProcessingResources"]["ClusterConfig"]
    processor = Processor(
        role=job["RoleArn"], image_uri=value(job["AppSpecification"]["ImageUri"]),
        instance_type=value(cluster["InstanceType"]), instance_count=value(cluster["InstanceCount"]),
        volume_size_in_gb=cluster["VolumeSizeInGB"], sagemaker_session=session, tags=job.get("Tags"),
        max_runtime_in_seconds=job["StoppingCondition"]["MaxRuntimeInSeconds"])
    arguments = processor.run(
        inputs=[ProcessingInput(
            input_name=i["InputName"], source=value(i["S3Input"]["S3Uri"]),
            destination=i["S3Input"]["LocalPath"], s3_data_type=i["S3Input"]["S3DataType"],
            s3_input_mode="File", s3_data_distribution_type=i["S3Input"]["S3DataDistributionType"],
            s3_compression_type="None") for i in job["ProcessingInputs"]],
        outputs=[ProcessingOutput(
            output_name=o["OutputName"], source=o["S3Output"]["LocalPath"],
            destination=value(o["S3Output"]["S3Uri"]), s3_upload_mode=o["S3Output"]["S3UploadMode"])
            for o in job["ProcessingOutputConfig"]["Outputs"]],
        arguments=[value(a) for a in job["AppSpecification"]["ContainerArguments"]])
    retries = []
    for policy in step.get("RetryPolicies", []):
        own = policy["ExceptionType"][0].startswith("Step.")
        make, enum = (StepRetryPolicy, Service) if own else (SageMakerJobStepRetryPolicy, Job)
        retries.append(make(
            exception_types=[e for name in policy["ExceptionType"] for e in enum if e.value == name],
            max_attempts=policy["MaxAttempts"],
            interval_seconds=policy["IntervalSeconds"], backoff_rate=policy["BackoffRate"]))
    cache = step.get("CacheConfig")
    built[name] = ProcessingStep(
        name=name, step_args=arguments, depends_on=step.get("DependsOn"), retry_policies=retries,
        cache_config=CacheConfig(enable_caching=True, expire_after=cache["ExpireAfter"]) if cache else None,
        property_files=[PropertyFile(name=f["PropertyFileName"], output_name=f["OutputName"], path=f["FilePath"])
                        for f in step.get("PropertyFiles", [])])
    return built[name].to_request()


def gate(name):
    step, job = steps[name], steps[name]["Arguments"]
    makes = {"Equals": ConditionEquals, "LessThanOrEqualTo": ConditionLessThanOrEqualTo}
    fail = job["ElseSteps"][0]
    return ConditionStep(
        name=name, depends_on=step.get("DependsOn"),
        conditions=[makes[c["Type"]](left=value(c["LeftValue"]), right=value(c["RightValue"]))
                    for c in job["Conditions"]],
        if_steps=[], else_steps=[FailStep(fail["Name"], error_message=value(fail["Arguments"]["ErrorMessage"]))],
    ).to_request()


def plain(node):
    """What would be sent, without what means nothing."""
    if hasattr(node, "expr"):
        return plain(node.expr)
    if hasattr(node, "to_request"):
        return plain(node.to_request())
    if isinstance(node, dict):
        return {k: plain(v) for k, v in node.items() if k not in DEFAULTS and v not in (None, [], {})}
    return [plain(v) for v in node] if isinstance(node, (list, tuple)) else node


def differences(path, sdk, mine):
    if isinstance(sdk, dict) and isinstance(mine, dict):
        for key in sorted(set(sdk) | set(mine)):
            yield from differences(f"{path}.{key}", sdk.get(key), mine.get(key))
    elif isinstance(sdk, list) and isinstance(mine, list) and len(sdk) == len(mine):
        for i, (a, b) in enumerate(zip(sdk, mine)):
            yield from differences(f"{path}[{i}]", a, b)
    elif sdk != mine and not (path.endswith("InstanceCount") and str(sdk) == str(mine)):
        yield f"{path}: the SDK writes {sdk!r}, we write {mine!r}"


failed = passed = 0
for name, build in (("BuildManifests", processing), ("Preprocess", processing), ("Verify", processing),
                    ("AcceptOrRefuse", gate)):
    found = list(differences(name, plain(build(name)), plain(steps[name])))
    print("\n".join(found) or f"{name}: the SDK writes the same")
    failed, passed = failed + bool(found), passed + (not found)
mine = [p.to_request() for p in parameters.values()]
same = mine == ours["Parameters"]
print("Parameters: the SDK writes the same" if same else f"Parameters differ: {mine}")
failed, passed = failed + (not same), passed + same
print(f"{passed} passed, {failed} failed")
sys.exit(bool(failed))
