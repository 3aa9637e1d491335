package dev.shardline.signal.format;

import dev.shardline.signal.Annotation;
import dev.shardline.signal.RecordingHeader;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.SignalChannel;
import dev.shardline.signal.SignalType;
import dev.shardline.signal.SignalUnit;
import java.util.List;
import java.util.stream.IntStream;

/// A recording that tests make up: microvolts, channels `a`, `b`, ….
public record MemoryRecording(RecordingHeader header, double[][] values, List<Annotation> notes)
    implements RecordingReader {
  public static MemoryRecording of(double hertz, double[]... values) {
    List<SignalChannel> channels =
        IntStream.range(0, values.length)
            .mapToObj(i ->
                new SignalChannel("" + (char) ('a' + i), SignalUnit.MICROVOLT, SignalType.OTHER))
            .toList();
    return new MemoryRecording(
        new RecordingHeader(channels, new SamplingRate(hertz), values[0].length, null),
        values,
        List.of());
  }

  @Override
  public List<Annotation> annotations() {
    return notes;
  }

  @Override
  public void read(long start, long stop, float[][] into, int at) {
    for (int row = 0; row < values.length; row++) {
      for (int i = (int) start; i < stop; i++) {
        into[row][at + i - (int) start] = (float) values[row][i];
      }
    }
  }

  @Override
  public void read(long start, long stop, double[][] into, int at) {
    for (int row = 0; row < values.length; row++) {
      System.arraycopy(values[row], (int) start, into[row], at, (int) (stop - start));
    }
  }
}
