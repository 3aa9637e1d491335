package dev.shardline.pipeline.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.pipeline.settings.PipelineSettings;
import dev.shardline.storage.ObjectLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Works out the least access a pipeline needs from its settings.
public final class AccessPolicies {
  private static final Pattern ROLE = Pattern.compile("arn:(aws[a-z-]*):iam::(\\d{12}):role/.+");
  private static final Pattern ECR =
      Pattern.compile("(\\d{12})\\.dkr\\.ecr\\.([a-z0-9-]+)\\.amazonaws\\.com[^/]*/([^:@]+).*");

  private final PipelineSettings settings;
  private final List<ObjectLocation> sources;
  private final String partition;
  private final String account;

  /// @param settings checked
  /// @param sources where the data lies
  public AccessPolicies(PipelineSettings settings, List<ObjectLocation> sources) {
    this.settings = settings;
    this.sources = sources.stream().filter(source -> source.scheme().equals("s3")).toList();
    Matcher role = ROLE.matcher(settings.placement().role());
    if (!role.matches()) {
      throw new IllegalArgumentException("Not a role: " + settings.placement().role());
    }
    this.partition = role.group(1);
    this.account = role.group(2);
  }

  /// For the role: what the pipeline and its jobs do.
  public ObjectNode execution() {
    PolicyDocument policy = new PolicyDocument();
    readSources(policy);
    useWork(policy);
    pullImages(policy);
    policy.allow(
        "WriteLogs",
        List.of(
            "logs:CreateLogGroup",
            "logs:CreateLogStream",
            "logs:PutLogEvents",
            "logs:DescribeLogStreams"),
        arn("logs", "log-group:/aws/sagemaker/*"));
    policy.allow(
        "WriteMetrics",
        List.of("cloudwatch:PutMetricData"),
        List.of("*"),
        Map.of("StringLike", Map.of("cloudwatch:namespace", "/aws/sagemaker/*")));
    runJobs(policy);
    useKeys(policy);
    useNetwork(policy);
    return policy.toJson();
  }

  private void readSources(PolicyDocument policy) {
    Map<String, List<String>> prefixes = new TreeMap<>();
    for (ObjectLocation source : sources) {
      prefixes.computeIfAbsent(source.container(), _ -> new ArrayList<>()).add(source.key());
    }
    List<String> objects = new ArrayList<>();
    prefixes.forEach(
        (bucket, keys) -> keys.forEach(key -> objects.add(s3(bucket + "/" + key + "*"))));
    if (!objects.isEmpty()) {
      policy.allow("ReadSource", List.of("s3:GetObject", "s3:GetObjectVersion"), objects, Map.of());
    }
    int number = 1;
    for (Map.Entry<String, List<String>> entry : prefixes.entrySet()) {
      for (String key : entry.getValue()) {
        policy.allow(
            "ListSource" + number++,
            List.of("s3:ListBucket", "s3:ListBucketVersions"),
            List.of(s3(entry.getKey())),
            key.isEmpty() ? Map.of() : Map.of("StringLike", Map.of("s3:prefix", key + "*")));
      }
    }
  }

  private void useWork(PolicyDocument policy) {
    ObjectLocation work = ObjectLocation.parse(settings.placement().work() + "/");
    policy.allow(
        "UseWork",
        List.of(
            "s3:GetObject",
            "s3:PutObject",
            "s3:AbortMultipartUpload",
            "s3:ListMultipartUploadParts"),
        s3(work.container() + "/" + work.key() + "*"));
    policy.allow(
        "ListWork",
        List.of("s3:ListBucket"),
        List.of(s3(work.container())),
        work.key().isEmpty()
            ? Map.of()
            : Map.of("StringLike", Map.of("s3:prefix", work.key() + "*")));
    policy.allow("LocateWork", List.of("s3:GetBucketLocation"), s3(work.container()));
  }

  private void pullImages(PolicyDocument policy) {
    List<String> repositories = new ArrayList<>();
    List<String> images = new ArrayList<>(List.of(settings.placement().image()));
    if (settings.training() != null && settings.training().job() != null) {
      images.add(settings.training().job().image());
    }
    for (String image : images) {
      Matcher ecr = ECR.matcher(image);
      if (ecr.matches()) {
        repositories.add(
            "arn:%s:ecr:%s:%s:repository/%s"
                .formatted(partition, ecr.group(2), ecr.group(1), ecr.group(3)));
      }
    }
    if (!repositories.isEmpty()) {
      policy.allow("SignInToRegistry", List.of("ecr:GetAuthorizationToken"), "*");
      policy.allow(
          "PullImages",
          List.of(
              "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"),
          repositories.stream().distinct().toList(),
          Map.of());
    }
  }

  private void runJobs(PolicyDocument policy) {
    List<String> actions =
        new ArrayList<>(
            List.of(
                "sagemaker:CreateProcessingJob",
                "sagemaker:DescribeProcessingJob",
                "sagemaker:StopProcessingJob",
                "sagemaker:AddTags"));
    List<String> jobs = new ArrayList<>(List.of(arn("sagemaker", "processing-job/pipelines-*")));
    if (settings.training() != null && settings.training().job() != null) {
      actions.addAll(
          List.of(
              "sagemaker:CreateTrainingJob",
              "sagemaker:DescribeTrainingJob",
              "sagemaker:StopTrainingJob"));
      jobs.add(arn("sagemaker", "training-job/pipelines-*"));
    }
    policy.allow("RunJobs", actions, jobs, Map.of());
    policy.allow(
        "RecordExperiments",
        List.of(
            "sagemaker:CreateExperiment",
            "sagemaker:DescribeExperiment",
            "sagemaker:CreateTrial",
            "sagemaker:DescribeTrial",
            "sagemaker:UpdateTrialComponent",
            "sagemaker:AssociateTrialComponent"),
        arn("sagemaker", "experiment/*"),
        arn("sagemaker", "experiment-trial/*"),
        arn("sagemaker", "experiment-trial-component/*"));
    passRole(policy);
  }

  private void useKeys(PolicyDocument policy) {
    List<String> keys = new ArrayList<>();
    if (settings.security().volumeKey() != null) {
      keys.add(key(settings.security().volumeKey()));
    }
    if (settings.security().outputKey() != null) {
      keys.add(key(settings.security().outputKey()));
    }
    if (!keys.isEmpty()) {
      List<String> distinct = keys.stream().distinct().toList();
      policy.allow(
          "UseKeys",
          List.of("kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:DescribeKey"),
          distinct,
          Map.of());
      policy.allow(
          "GrantKeys",
          List.of("kms:CreateGrant"),
          distinct,
          Map.of("Bool", Map.of("kms:GrantIsForAWSResource", "true")));
    }
  }

  private void useNetwork(PolicyDocument policy) {
    if (settings.security().network() != null
        && !settings.security().network().subnets().isEmpty()) {
      policy.allow(
          "DescribeNetwork",
          List.of(
              "ec2:DescribeDhcpOptions",
              "ec2:DescribeNetworkInterfaces",
              "ec2:DescribeSecurityGroups",
              "ec2:DescribeSubnets",
              "ec2:DescribeVpcs"),
          "*");
      policy.allow(
          "UseNetwork",
          List.of(
              "ec2:CreateNetworkInterface",
              "ec2:CreateNetworkInterfacePermission",
              "ec2:DeleteNetworkInterface",
              "ec2:DeleteNetworkInterfacePermission"),
          arn("ec2", "*"));
    }
  }

  private void passRole(PolicyDocument policy) {
    policy.allow(
        "PassRole",
        List.of("iam:PassRole"),
        List.of(settings.placement().role()),
        Map.of("StringEquals", Map.of("iam:PassedToService", "sagemaker.amazonaws.com")));
  }

  /// For whoever deploys, starts and watches.
  public ObjectNode operator() {
    PolicyDocument policy = new PolicyDocument();
    String pipeline = arn("sagemaker", "pipeline/" + settings.identity().name());
    policy.allow(
        "DeployAndStart",
        List.of(
            "sagemaker:CreatePipeline",
            "sagemaker:UpdatePipeline",
            "sagemaker:DescribePipeline",
            "sagemaker:StartPipelineExecution",
            "sagemaker:ListPipelineExecutions",
            "sagemaker:ListTags",
            "sagemaker:AddTags"),
        pipeline);
    policy.allow(
        "WatchAndStop",
        List.of(
            "sagemaker:DescribePipelineExecution",
            "sagemaker:ListPipelineExecutionSteps",
            "sagemaker:StopPipelineExecution"),
        pipeline + "/execution/*");
    policy.allow(
        "WatchJobs",
        List.of("sagemaker:DescribeProcessingJob", "sagemaker:DescribeTrainingJob"),
        arn("sagemaker", "processing-job/pipelines-*"),
        arn("sagemaker", "training-job/pipelines-*"));
    policy.allow(
        "ReadLogs",
        List.of("logs:DescribeLogStreams", "logs:GetLogEvents"),
        arn("logs", "log-group:/aws/sagemaker/*"));
    policy.allow("FindPipeline", List.of("sagemaker:ListPipelines"), "*");
    useWork(policy);
    policy.allow("LookAtRole", List.of("iam:GetRole"), settings.placement().role());
    passRole(policy);
    return policy.toJson();
  }

  /// For the role: who may take it on.
  public ObjectNode trust() {
    PolicyDocument policy = new PolicyDocument();
    policy.trust(
        "sagemaker.amazonaws.com", Map.of("StringEquals", Map.of("aws:SourceAccount", account)));
    return policy.toJson();
  }

  private String key(String key) {
    if (key.startsWith("arn:")) {
      return key;
    }
    return arn("kms", key.startsWith("alias/") ? key : "key/" + key);
  }

  private String s3(String path) {
    return "arn:%s:s3:::%s".formatted(partition, path);
  }

  private String arn(String service, String resource) {
    return "arn:%s:%s:%s:%s:%s"
        .formatted(partition, service, settings.placement().region(), account, resource);
  }
}
