package dev.shardline.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Makes the demonstration data set: `<class>/sub-01_site-a_003.jpg`, some two hundred files of a
/// few megabytes. The same seed gives the same files.
public final class DemoDataset {
  /// The seed of the program's own demonstration.
  public static final long STANDARD_SEED = 7;

  /// The key pattern that gives label, subject and site.
  public static final String PATTERN =
      "(?<label>[^/]+)/(?<subject>sub-[0-9]+)_(?<site>site-[a-z])_[^/]+";

  private final long seed;
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final List<DemoSummary.Copy> copies = new ArrayList<>();

  private DemoDataset(long seed) {
    this.seed = seed;
  }

  /// Writes the data set below `root`, which is made if it does not exist.
  ///
  /// @return what was planted
  /// @throws IOException if a file cannot be written
  public static DemoSummary writeTo(Path root, long seed) throws IOException {
    DemoDataset dataset = new DemoDataset(seed);
    DemoSummary summary = dataset.make();
    for (Map.Entry<String, byte[]> file : dataset.files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return summary;
  }

  private DemoSummary make() throws IOException {
    List<SlicePlan> plans = DemoPlan.slices();
    files.putAll(
        plans.parallelStream()
            .collect(Collectors.toMap(SlicePlan::key, plan -> encoded(plan, false))));
    for (Diagnosis diagnosis : Diagnosis.values()) {
      copyWithinClass(plans, diagnosis);
    }
    copyAcrossClasses(plans);
    String truncated = truncate(plan(plans, Diagnosis.NO_TUMOR, 0, 2));
    String mislabelled = mislabel(plan(plans, Diagnosis.PITUITARY, 1, 4));
    return summary(truncated, mislabelled);
  }

  private static SlicePlan plan(
      List<SlicePlan> plans, Diagnosis diagnosis, int subject, int number) {
    int first = diagnosis.ordinal() * DemoPlan.SUBJECTS_PER_CLASS;
    return plans.get((first + subject) * DemoPlan.SLICES_PER_SUBJECT + number - 1);
  }

  private byte[] encoded(SlicePlan plan, boolean mirrored) {
    long subjectSeed = seed * 1_000_003 + plan.subject();
    Head head = new Head(plan.diagnosis(), subjectSeed);
    float[] pixels = SlicePainter.paint(head, plan, subjectSeed * 31 + plan.number());
    Site site = plan.site();
    try {
      return SliceEncoder.encode(
          mirrored ? SlicePainter.mirrored(pixels, site.width()) : pixels,
          site.height(),
          site.width(),
          site.encoding());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The fifth subject of a class shows one slice of the first as it is and one mirrored.
  private void copyWithinClass(List<SlicePlan> plans, Diagnosis diagnosis) {
    SlicePlan host = plan(plans, diagnosis, 4, 1);
    copy(plan(plans, diagnosis, 0, 3), renamed(host, 7), DemoSummary.Kind.EXACT);
    copy(plan(plans, diagnosis, 0, 5), renamed(host, 8), DemoSummary.Kind.MIRRORED);
  }

  /// A glioma's slice that was filed under meningioma too: its label is in doubt.
  private void copyAcrossClasses(List<SlicePlan> plans) {
    SlicePlan host = plan(plans, Diagnosis.MENINGIOMA, 4, 1);
    copy(plan(plans, Diagnosis.GLIOMA, 0, 1), renamed(host, 9), DemoSummary.Kind.EXACT);
  }

  private static SlicePlan renamed(SlicePlan host, int number) {
    return new SlicePlan(host.diagnosis(), host.subject(), host.site(), number, host.height());
  }

  private void copy(SlicePlan original, SlicePlan target, DemoSummary.Kind kind) {
    files.put(target.key(), encoded(original, kind == DemoSummary.Kind.MIRRORED));
    copies.add(new DemoSummary.Copy(original.key(), target.key(), kind));
  }

  private String truncate(SlicePlan plan) {
    byte[] whole = encoded(plan, false);
    files.put(plan.key(), Arrays.copyOf(whole, whole.length * 3 / 5));
    return plan.key();
  }

  /// A PNG that is called .jpg.
  private String mislabel(SlicePlan plan) throws IOException {
    Site.Encoding wrong = Site.Encoding.PNG;
    Head head = new Head(plan.diagnosis(), seed * 1_000_003 + plan.subject());
    float[] pixels = SlicePainter.paint(head, plan, seed);
    files.put(
        plan.key(), SliceEncoder.encode(pixels, plan.site().height(), plan.site().width(), wrong));
    return plan.key();
  }

  private DemoSummary summary(String truncated, String mislabelled) {
    SortedMap<String, Integer> perClass = new TreeMap<>();
    for (String key : files.keySet()) {
      perClass.merge(key.substring(0, key.indexOf('/')), 1, Integer::sum);
    }
    return new DemoSummary(
        List.copyOf(files.keySet()),
        Diagnosis.values().length * DemoPlan.SUBJECTS_PER_CLASS,
        perClass,
        copies,
        truncated,
        mislabelled,
        files.values().stream().mapToLong(file -> file.length).sum());
  }
}
