package dev.shardline.pipeline.sagemaker;

import dev.shardline.pipeline.sagemaker.ExecutionView.HostView;
import java.util.List;

/// The logs of jobs.
public interface JobLogs {
  /// What the machines of a job printed last.
  ///
  /// @param group the log group of the kind of job
  /// @param lines at most so many of each machine
  /// @return by machine in numeric order; empty if there is nothing yet
  List<HostView> tail(String group, String job, int lines);
}
