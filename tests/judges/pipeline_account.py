"""Acts on the pretended account for pipeline-moto.sh: prepares it, edits the pipeline behind our back, looks at it."""
import json
import re
import sys

import boto3

action, config = sys.argv[1], open(sys.argv[2]).read()
section = config[config.index("\npipeline:"):]


def setting(name):
    return re.search(rf"^  {name}: *(\S+)", section, re.M).group(1)


def prepare():
    source = re.search(r"^  source: *s3://([^/]+)", config, re.M).group(1)
    buckets = {setting("work").split("/")[2]: setting("region"), source: setting("region"), "far-scans": "us-west-2"}
    for bucket, region in buckets.items():
        boto3.client("s3", region_name=region).create_bucket(
            Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": region})
    boto3.client("iam").create_role(RoleName=setting("role").split("/")[-1], AssumeRolePolicyDocument="{}")


def definition():
    return json.loads(client.describe_pipeline(PipelineName=setting("name"))["PipelineDefinition"])


def edit():
    changed = definition()
    changed["Steps"][1]["CacheConfig"]["ExpireAfter"] = "P1D"
    client.update_pipeline(PipelineName=setting("name"), PipelineDefinition=json.dumps(changed))


def describe():
    pipeline = client.describe_pipeline(PipelineName=setting("name"))
    tags = {tag["Key"]: tag["Value"] for tag in client.list_tags(ResourceArn=pipeline["PipelineArn"])["Tags"]}
    right = (pipeline["RoleArn"] == setting("role") and tags.get("project") == "brain-mri"
             and [step["Name"] for step in definition()["Steps"]] ==
             ["BuildManifests", "Preprocess", "Verify", "AcceptOrRefuse"])
    print("as deployed" if right else f"not as deployed: {pipeline['RoleArn']} {tags}")


def executions():
    found = client.list_pipeline_executions(PipelineName=setting("name"))["PipelineExecutionSummaries"]
    print(f"{len(found)} execution" + ("s" if len(found) != 1 else ""))


client = boto3.client("sagemaker")
{"prepare": prepare, "edit": edit, "describe": describe, "executions": executions}[action]()
