package dev.shardline.signal.format.edf;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.signal.format.raw.NumberEncoding;
import dev.shardline.signal.format.raw.RawSignal;
import dev.shardline.signal.format.raw.RawSink;
import dev.shardline.signal.format.raw.WindowedBytes;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads digital values record by record, of each record only the tracks asked for, and checks the
/// start time of every record it touches where records state one.
final class EdfSignalReader implements RawSignal {
  private static final int STRETCH = 4096;

  private final EdfRecords records;
  private final EdfTimeline timeline;
  private final EdfTimeAxis axis;
  private final List<EdfSignal> tracks;
  private final WindowedBytes window;
  private final Optional<EdfClock> clock;
  private final double[] numbers = new double[STRETCH];

  EdfSignalReader(
      EdfRecords records, EdfTimeline timeline, EdfTimeAxis axis, List<EdfSignal> tracks) {
    this.records = records;
    this.timeline = timeline;
    this.axis = axis;
    this.tracks = List.copyOf(tracks);
    this.window =
        new WindowedBytes(records.source(), records.header().recordStart(records.count()));
    this.clock = timeline.isContinuous() ? EdfClock.of(records) : Optional.empty();
  }

  @Override
  public void read(long start, long stop, RawSink sink) throws MalformedDataException, IOException {
    long done = start;
    for (int i = 0; i < axis.segments().size() && done < stop; i++) {
      long first = axis.firstTimePoints().get(i);
      long end = axis.endTimePoint(i);
      if (end <= done) {
        continue;
      }
      long gapEnd = Math.min(first, stop);
      if (done < gapEnd) {
        fillGap(done, gapEnd, start, sink);
        done = gapEnd;
      }
      long readEnd = Math.min(end, stop);
      if (done < readEnd) {
        readSegment(i, done, readEnd, start, sink);
        done = readEnd;
      }
    }
  }

  private void fillGap(long from, long to, long start, RawSink sink) {
    for (long at = from; at < to; at += STRETCH) {
      int count = (int) Math.min(STRETCH, to - at);
      for (int row = 0; row < tracks.size(); row++) {
        Arrays.fill(numbers, 0, count, Double.NaN);
        sink.accept(row, (int) (at - start), numbers, count);
      }
    }
  }

  private void readSegment(int segment, long from, long to, long start, RawSink sink)
      throws MalformedDataException, IOException {
    int perRecord = axis.valuesPerRecord();
    long first = axis.firstTimePoints().get(segment);
    long at = from;
    while (at < to) {
      long record = axis.segments().get(segment).firstRecord() + (at - first) / perRecord;
      int within = (int) ((at - first) % perRecord);
      int count = (int) Math.min(perRecord - within, to - at);
      readRecord(record, within, count, (int) (at - start), sink);
      at += count;
    }
  }

  private void readRecord(long record, int within, int count, int at, RawSink sink)
      throws MalformedDataException, IOException {
    NumberEncoding encoding = records.header().variant().encoding();
    long recordStart = records.header().recordStart(record);
    warm(recordStart);
    for (int row = 0; row < tracks.size(); row++) {
      long block = recordStart + tracks.get(row).recordOffset();
      for (int done = 0; done < count; done += STRETCH) {
        int stretch = Math.min(STRETCH, count - done);
        long offset = block + (long) (within + done) * encoding.bytes();
        int index = window.locate(offset, stretch * encoding.bytes());
        encoding.decode(window.bytes(), index, encoding.bytes(), stretch, numbers);
        sink.accept(row, at + done, numbers, stretch);
      }
    }
    if (clock.isPresent()) {
      requireOnset(clock.get(), record, recordStart);
    }
  }

  /// Aligns the window with the record, so that reading its tracks never goes back.
  private void warm(long recordStart) throws IOException {
    long recordBytes = records.header().recordBytes();
    if (recordBytes <= WindowedBytes.maximumLength()) {
      window.locate(recordStart, (int) recordBytes);
    }
  }

  private void requireOnset(EdfClock checked, long record, long recordStart)
      throws MalformedDataException, IOException {
    long offset = recordStart + checked.recordOffset();
    int index = window.locate(offset, checked.length());
    double onset = checked.onset(window.bytes(), index, checked.length(), offset, record);
    timeline.requireOnset(onset, record, records);
  }
}
