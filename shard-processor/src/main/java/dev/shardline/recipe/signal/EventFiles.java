package dev.shardline.recipe.signal;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.SourceObjects;
import dev.shardline.recipe.UnusableObjectException;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.Recording;
import dev.shardline.signal.format.SampleFiles;
import dev.shardline.signal.format.edf.EdfFormat;
import dev.shardline.signal.label.EventTable;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The annotations in files beside a recording: BIDS events and other tables with the columns onset
/// and duration, and EDF+ files that hold annotations, as hypnograms do.
///
/// @param textColumn of tables
record EventFiles(String textColumn) {
  private static final Pattern TABLE = Pattern.compile(".*(events?|annotations)\\.(tsv|csv)");
  private static final EdfFormat EDF = new EdfFormat();
  private static final double NANOS = 1e9;

  /// The annotations of all such files, in the order of the sample's objects.
  ///
  /// @throws MalformedDataException if a file is broken or there is none
  List<Annotation> read(SourceObjects source, Recording recording) throws MalformedDataException {
    SourceFiles beside = SourceFiles.of(source);
    List<Annotation> annotations = new ArrayList<>();
    int files = 0;
    for (String name : beside.names().subList(1, beside.names().size())) {
      Optional<List<Annotation>> found = read(beside, name, recording);
      found.ifPresent(annotations::addAll);
      files += found.isPresent() ? 1 : 0;
    }
    if (files == 0) {
      throw new MalformedDataException(
          Reason.MISSING_OBJECT,
          "annotations",
          "a table of events or an EDF+ file of annotations beside the recording",
          beside.names() + "");
    }
    return List.copyOf(annotations);
  }

  private Optional<List<Annotation>> read(SourceFiles beside, String object, Recording recording)
      throws MalformedDataException {
    String name = object.toLowerCase(Locale.ROOT);
    try {
      if (TABLE.matcher(name).matches()) {
        return Optional.of(new EventTable(textColumn).read(beside.find(object).orElseThrow()));
      }
      if (EDF.recognises(name, beside.head(object))) {
        return Optional.of(edf(beside, object, recording));
      }
      return Optional.empty();
    } catch (UnusableObjectException gone) {
      throw gone.why();
    } catch (IOException broken) {
      throw new MalformedDataException(
          Reason.MALFORMED, object, "readable bytes", broken.toString());
    }
  }

  /// Times of an EDF+ file count from its own start, which need not be the recording's.
  private static List<Annotation> edf(SampleFiles files, String name, Recording recording)
      throws MalformedDataException, IOException {
    Optional<LocalDateTime> start = EDF.facts(files, name).start();
    double later =
        start.isPresent() && recording.start().isPresent()
            ? Duration.between(recording.start().get(), start.get()).toNanos() / NANOS
            : 0;
    return EDF.annotations(files, name).stream()
        .map(annotation -> annotation.shiftedBy(later))
        .toList();
  }
}
