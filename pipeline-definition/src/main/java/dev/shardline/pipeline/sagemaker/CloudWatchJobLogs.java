package dev.shardline.pipeline.sagemaker;

import dev.shardline.pipeline.sagemaker.ExecutionView.HostView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/// Reads job logs from CloudWatch, where each machine writes the stream `job/algo-1-<time>`.
public final class CloudWatchJobLogs implements JobLogs, AutoCloseable {
  private final CloudWatchLogsClient client;

  public CloudWatchJobLogs(AwsAccount account) {
    this(account.newLogs());
  }

  CloudWatchJobLogs(CloudWatchLogsClient client) {
    this.client = client;
  }

  @Override
  public List<HostView> tail(String group, String job, int lines) {
    return AwsFailures.calling("read the logs of " + job, () -> read(group, job, lines));
  }

  private List<HostView> read(String group, String job, int lines) {
    TreeMap<String, String> streams =
        new TreeMap<>(
            Comparator.comparingInt(CloudWatchJobLogs::number)
                .thenComparing(Comparator.naturalOrder()));
    try {
      for (LogStream stream :
          client
              .describeLogStreamsPaginator(
                  request -> request.logGroupName(group).logStreamNamePrefix(job + "/"))
              .logStreams()) {
        streams.put(host(stream.logStreamName()), stream.logStreamName());
      }
    } catch (ResourceNotFoundException noJobHasLoggedYet) {
      return List.of();
    }
    List<HostView> hosts = new ArrayList<>();
    streams.forEach((host, stream) -> hosts.add(new HostView(host, lines(group, stream, lines))));
    return hosts;
  }

  private List<String> lines(String group, String stream, int lines) {
    return client
        .getLogEvents(request ->
            request.logGroupName(group).logStreamName(stream).limit(lines).startFromHead(false))
        .events()
        .stream()
        .map(OutputLogEvent::message)
        .toList();
  }

  /// `algo-2` of `job/algo-2-1700000000`.
  static String host(String stream) {
    String name = stream.substring(stream.indexOf('/') + 1);
    int second = name.indexOf('-', name.indexOf('-') + 1);
    return second < 0 ? name : name.substring(0, second);
  }

  private static int number(String host) {
    String digits = host.replaceAll("\\D", "");
    return digits.isEmpty() || digits.length() > 9 ? 0 : Integer.parseInt(digits);
  }

  @Override
  public void close() {
    client.close();
  }
}
