package dev.shardline.pipeline.render;

import static dev.shardline.pipeline.Expression.text;

import dev.shardline.pipeline.Expression;
import dev.shardline.pipeline.settings.PreprocessStage.Sharding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The command lines of the program inside the image, whose entry point is `shardline`.
final class ContainerCommands {
  private ContainerCommands() {}

  /// Builds the data set below the work location and says where in `result/build.json`.
  static List<Expression> build(String work, Workload workload) {
    List<Expression> arguments =
        words("build", ContainerPaths.CONFIG_FILE, "--work", work, "--set");
    arguments.add(
        Expression.join(
            "=", text(Workload.SOURCE_SETTING), Expression.parameter(ParameterNames.DATA_URI)));
    for (Map.Entry<String, Workload.Chosen> entry : workload.overrides().entrySet()) {
      arguments.add(text("--set"));
      arguments.add(
          Expression.join(
              "=", text(entry.getValue().setting()), Expression.parameter(entry.getKey())));
    }
    arguments.addAll(words("--result", ContainerPaths.RESULT + "/build.json"));
    return arguments;
  }

  /// Fits the recipe's fitted steps on the train split. The machines share their partial results
  /// below the work location, and all come to the same file.
  static List<Expression> fit(Expression manifests, String work) {
    List<Expression> arguments = words("fit", ContainerPaths.CONFIG_FILE, "--manifests");
    arguments.add(manifests);
    arguments.addAll(
        words("--output", work + "/fits/", "--copy", ContainerPaths.output("fitted/fitted.json")));
    return arguments;
  }

  /// Processes this machine's share.
  static List<Expression> process(Expression manifests, Sharding sharding, boolean fitted) {
    List<Expression> arguments = words("process", ContainerPaths.CONFIG_FILE, "--manifests");
    arguments.add(manifests);
    arguments.addAll(
        words(
            "--output",
            ContainerPaths.OUTPUT,
            "--mode",
            sharding.name().toLowerCase(Locale.ROOT),
            "--scratch",
            ContainerPaths.SCRATCH));
    if (fitted) {
      arguments.addAll(words("--fitted", ContainerPaths.FITTED_FILE));
    }
    return arguments;
  }

  /// Completes the run made by the machines with its index and report, audits it, and writes the
  /// verdict, whatever it is, to `result/verdict.json`.
  static List<Expression> conclude(Expression manifests, boolean fitted) {
    List<Expression> arguments = words("conclude", ContainerPaths.CONFIG_FILE, "--manifests");
    arguments.add(manifests);
    arguments.addAll(
        words(
            "--run",
            ContainerPaths.RUN,
            "--output",
            ContainerPaths.output("run"),
            "--result",
            ContainerPaths.RESULT + "/verdict.json"));
    if (fitted) {
      arguments.addAll(words("--fitted", ContainerPaths.FITTED_FILE));
    }
    return arguments;
  }

  private static List<Expression> words(String... words) {
    List<Expression> arguments = new ArrayList<>();
    for (String word : words) {
      arguments.add(text(word));
    }
    return arguments;
  }
}
