"""Prepares the pretended account for pipeline-moto.sh, or edits the pipeline behind our back."""
import json
import re
import sys

import boto3

action, config = sys.argv[1], open(sys.argv[2]).read()
section = config[config.index("pipeline:"):]


def setting(name):
    return re.search(rf"^  {name}: *(\S+)", section, re.M).group(1)


if action == "prepare":
    region = {"LocationConstraint": setting("region")}
    s3 = boto3.client("s3")
    for bucket in (setting("work").split("/")[2], "judge-scans"):
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration=region)
    boto3.client("iam").create_role(
        RoleName=setting("role").split("/")[-1], AssumeRolePolicyDocument="{}")
else:
    client = boto3.client("sagemaker")
    name = setting("name")
    definition = json.loads(client.describe_pipeline(PipelineName=name)["PipelineDefinition"])
    definition["Steps"][1]["CacheConfig"]["ExpireAfter"] = "P1D"
    client.update_pipeline(PipelineName=name, PipelineDefinition=json.dumps(definition))
