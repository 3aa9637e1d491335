package dev.shardline.signal.format.edf;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.format.raw.CalibratedReader.AnnotationSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// Reads the annotation tracks of a file, nothing else of it, and checks every record's start time
/// on the way.
final class EdfAnnotations implements AnnotationSource {
  /// No recording has more; beyond it, memory would no longer be bounded.
  private static final int MOST_ANNOTATIONS = 2_000_000;

  private static final int LARGEST_BLOCK_BYTES = 1 << 24;

  private final EdfRecords records;
  private final EdfTimeline timeline;
  private final DoubleUnaryOperator moment;
  private final List<Annotation> seams;

  /// @param moment maps seconds from the start of the first record to the recording's time
  /// @param seams annotations of the interruptions
  EdfAnnotations(
      EdfRecords records,
      EdfTimeline timeline,
      DoubleUnaryOperator moment,
      List<Annotation> seams) {
    this.records = records;
    this.timeline = timeline;
    this.moment = moment;
    this.seams = List.copyOf(seams);
  }

  @Override
  public List<Annotation> read() throws MalformedDataException, IOException {
    List<Annotation> found = new ArrayList<>(seams);
    Optional<EdfClock> clock = timeline.isContinuous() ? EdfClock.of(records) : Optional.empty();
    List<EdfSignal> tracks = records.header().annotationTracks();
    List<byte[]> blocks = new ArrayList<>();
    for (EdfSignal track : tracks) {
      blocks.add(new byte[blockBytes(track)]);
    }
    for (long record = 0; record < records.count() && !tracks.isEmpty(); record++) {
      for (int i = 0; i < tracks.size(); i++) {
        byte[] block = blocks.get(i);
        long offset = records.header().recordStart(record) + tracks.get(i).recordOffset();
        records.source().read(offset, block, 0, block.length);
        if (i == 0 && clock.isPresent()) {
          double onset = clock.get().onset(block, 0, block.length, offset, record);
          timeline.requireOnset(onset, record, records);
        }
        collect(new TalParser(block, 0, block.length, offset).all(), offset, found);
      }
    }
    return List.copyOf(found);
  }

  private int blockBytes(EdfSignal track) throws MalformedDataException {
    EdfHeader header = records.header();
    long bytes = (long) track.valuesPerRecord() * header.variant().bytesPerValue();
    if (bytes > LARGEST_BLOCK_BYTES) {
      throw new MalformedDataException(
          Reason.TOO_LARGE,
          EdfField.VALUES_PER_RECORD.title(),
          EdfField.VALUES_PER_RECORD.offset(track.index(), header.signalCount()),
          "at most %d bytes of annotations in a record".formatted(LARGEST_BLOCK_BYTES),
          "" + bytes);
    }
    return (int) bytes;
  }

  private void collect(List<TimestampedAnnotations> lists, long offset, List<Annotation> into)
      throws MalformedDataException {
    for (TimestampedAnnotations list : lists) {
      for (String text : list.texts()) {
        if (!text.isEmpty()) {
          double onset = moment.applyAsDouble(list.onset() - timeline.start());
          into.add(new Annotation(onset, list.duration(), text));
        }
      }
    }
    if (into.size() > MOST_ANNOTATIONS) {
      throw new MalformedDataException(
          Reason.TOO_LARGE, "annotations", offset, "at most " + MOST_ANNOTATIONS, "more than that");
    }
  }
}
