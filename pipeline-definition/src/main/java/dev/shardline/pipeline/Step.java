package dev.shardline.pipeline;

import java.util.List;

/// One step of a pipeline. Steps run as soon as what they depend on is done: the steps they name,
/// and the steps whose results their expressions use.
public sealed interface Step {
  /// Unique in the pipeline, also across branches.
  String name();

  /// Steps that must be done first, beside those the expressions already refer to.
  List<String> dependsOn();

  /// A processing job.
  record Processing(
      String name,
      List<String> dependsOn,
      CachePolicy cache,
      List<RetryPolicy> retries,
      List<PropertyFile> propertyFiles,
      ProcessingJob job)
      implements Step {
    public Processing {
      dependsOn = List.copyOf(dependsOn);
      retries = List.copyOf(retries);
      propertyFiles = List.copyOf(propertyFiles);
    }
  }

  /// A training job.
  record Training(
      String name,
      List<String> dependsOn,
      CachePolicy cache,
      List<RetryPolicy> retries,
      TrainingJob job)
      implements Step {
    public Training {
      dependsOn = List.copyOf(dependsOn);
      retries = List.copyOf(retries);
    }
  }

  /// Chooses between two branches; the service calls it a Condition step.
  ///
  /// @param conditions all must hold for the first branch
  record Choice(
      String name,
      List<String> dependsOn,
      List<Condition> conditions,
      List<Step> whenTrue,
      List<Step> whenFalse)
      implements Step {
    public Choice {
      dependsOn = List.copyOf(dependsOn);
      conditions = List.copyOf(conditions);
      whenTrue = List.copyOf(whenTrue);
      whenFalse = List.copyOf(whenFalse);
    }
  }

  /// Ends the execution as failed, with a message.
  record Fail(String name, List<String> dependsOn, Expression message) implements Step {
    public Fail {
      dependsOn = List.copyOf(dependsOn);
    }
  }
}
