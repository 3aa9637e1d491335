package dev.shardline.labelling;

import dev.shardline.failure.UsageException;
import dev.shardline.grouping.SampleTable;
import dev.shardline.manifest.Finding;
import dev.shardline.manifest.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Which samples are left out, and what is to be said of samples. For one thread.
final class Omissions {
  private static final int EXAMPLES = 3;

  private final SampleTable samples;
  private final BitSet dropped;
  private final List<Finding> findings = new ArrayList<>();

  /// Nothing is left out yet.
  Omissions(SampleTable samples) {
    this.samples = samples;
    this.dropped = new BitSet(samples.size());
  }

  /// Does with samples that lack something what was asked.
  ///
  /// @param what how many samples lack what
  /// @param remedy what the user can do
  /// @throws UsageException if the build is to stop
  void handle(MissingPolicy policy, String check, int[] concerned, String what, String remedy) {
    if (concerned.length == 0) {
      return;
    }
    switch (policy) {
      case FAIL ->
          throw new UsageException(
              "%s, such as %s; %s".formatted(what, examples(concerned), remedy));
      case DROP -> {
        Arrays.stream(concerned).forEach(dropped::set);
        report(check, Severity.WARNING, concerned, what + "; they are left out");
      }
    }
  }

  /// Says something of samples.
  void report(String check, Severity severity, int[] concerned, String message) {
    note(new Finding(check, severity, message, concerned.length, examples(concerned)));
  }

  void note(Finding finding) {
    findings.add(finding);
  }

  private List<String> examples(int[] concerned) {
    return Arrays.stream(concerned).limit(EXAMPLES).mapToObj(samples::id).toList();
  }

  void drop(int sample) {
    dropped.set(sample);
  }

  boolean isDropped(int sample) {
    return dropped.get(sample);
  }

  /// Those that are left out. Not to be changed.
  BitSet dropped() {
    return dropped;
  }

  /// The samples that stay, rising.
  int[] kept() {
    return IntStream.range(0, samples.size()).filter(sample -> !dropped.get(sample)).toArray();
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }
}
