package dev.shardline.signal.format.onda;

import com.github.luben.zstd.ZstdOutputStream;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.signal.RecordingHeader;
import dev.shardline.signal.RecordingReader;
import java.io.IOException;
import java.io.OutputStream;

/// Writes the stored numbers of a signal, stretch by stretch, so that a recording's length never
/// decides the memory needed.
public final class OndaSamplesWriter {
  private static final int COMPRESSION_LEVEL = 3;
  private static final int STRETCH_VALUES = 1 << 16;

  private final SampleEncoding encoding;
  private final FileFormat format;

  public OndaSamplesWriter(SampleEncoding encoding, FileFormat format) {
    this.encoding = encoding;
    this.format = format;
  }

  /// Writes all time points of all channels. The same values give the same bytes, with one version
  /// of zstd.
  ///
  /// @param out is not closed
  /// @throws MalformedDataException if the recording turns out to be broken while it is read
  public void write(RecordingReader recording, OutputStream out)
      throws MalformedDataException, IOException {
    switch (format) {
      case LPCM -> writeNumbers(recording, out);
      case LPCM_ZST -> {
        ZstdOutputStream compressed = new ZstdOutputStream(out, COMPRESSION_LEVEL);
        compressed.setCloseFrameOnFlush(true);
        writeNumbers(recording, compressed);
        compressed.flush();
      }
    }
  }

  private void writeNumbers(RecordingReader recording, OutputStream out)
      throws MalformedDataException, IOException {
    RecordingHeader header = recording.header();
    int channels = header.channels().size();
    int stretch = Math.max(1, STRETCH_VALUES / Math.max(1, channels));
    double[][] values = new double[channels][stretch];
    byte[] bytes = new byte[channels * stretch * encoding.type().encoding().bytes()];
    SampleEncoder encoder = new SampleEncoder(encoding);
    for (long at = 0; at < header.timePoints(); at += stretch) {
      int count = (int) Math.min(stretch, header.timePoints() - at);
      recording.read(at, at + count, values, 0);
      out.write(bytes, 0, encoder.encode(values, count, bytes));
    }
  }
}
