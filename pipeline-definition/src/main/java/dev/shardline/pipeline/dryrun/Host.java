package dev.shardline.pipeline.dryrun;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One pretended machine of a job.
///
/// @param number from 1
/// @param root its `/opt/ml`
/// @param log what its container printed
record Host(int number, Path root, Path log) {
  /// The name the service gives it: `algo-1`.
  String name() {
    return nameOf(number);
  }

  private static String nameOf(int number) {
    return "algo-" + number;
  }

  /// The file that stands for a path of the container.
  ///
  /// @param path begins with `/opt/ml/`
  Path resolve(String path) {
    return root.resolve(path.substring(ContainerSpec.ML_ROOT.length() + 1));
  }

  /// The names of `count` machines in the order of their text, in which the service lists them:
  /// `algo-1, algo-10, algo-2`.
  static List<String> names(int count) {
    List<String> names = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      names.add(nameOf(number));
    }
    names.sort(Comparator.naturalOrder());
    return names;
  }
}
