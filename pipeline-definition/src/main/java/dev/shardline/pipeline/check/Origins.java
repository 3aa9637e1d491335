package dev.shardline.pipeline.check;

import dev.shardline.pipeline.render.ParameterNames;
import dev.shardline.pipeline.render.StepNames;
import dev.shardline.pipeline.render.Workload;

/// From which part of the configuration something in the definition comes.
final class Origins {
  private Origins() {}

  static String ofStep(String step) {
    return switch (step) {
      case StepNames.BUILD -> "pipeline.build";
      case StepNames.FIT, StepNames.PREPROCESS -> "pipeline.preprocess";
      case StepNames.VERIFY, StepNames.GATE, StepNames.REFUSE -> "pipeline.verify";
      case StepNames.TRAIN -> "pipeline.training";
      default -> "pipeline";
    };
  }

  static String ofParameter(String parameter) {
    return switch (parameter) {
      case ParameterNames.DATA_URI -> Workload.SOURCE_SETTING;
      case ParameterNames.IMAGE_URI -> "pipeline.image";
      case ParameterNames.INSTANCE_TYPE -> "pipeline.preprocess.instance-type";
      case ParameterNames.INSTANCE_COUNT -> "pipeline.preprocess.instance-count";
      case ParameterNames.MAX_FAILED_RATIO -> "pipeline.verify.max-failed-ratio";
      default -> "pipeline";
    };
  }
}
