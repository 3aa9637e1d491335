package dev.shardline.recipe.signal;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.SourceBytes;
import dev.shardline.recipe.SourceObjects;
import dev.shardline.recipe.SourceRanges;
import dev.shardline.recipe.UnusableObjectException;
import dev.shardline.signal.EncodedTraces;
import dev.shardline.signal.Float32Traces;
import dev.shardline.signal.Float64Traces;
import dev.shardline.signal.Recording;
import dev.shardline.signal.RecordingHeader;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.Traces;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.RecordingFormat;
import dev.shardline.signal.lanes.FiniteRows;
import dev.shardline.signal.probe.SignalFormats;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Decodes a sample's objects as a recording, by what the first of them is.
///
/// @param formats asked in this order
/// @param largestBytes of the decoded values in memory
record RecordingDecoder(
    List<RecordingFormat> formats, ReadOptions options, Precision precision, long largestBytes) {
  private static final int RECOGNITION_BYTES = 512;

  /// By how much values may outgrow a file whose header does not tell: text under gzip.
  private static final int LARGEST_GROWTH = 32;

  private static final Pattern PLAIN_TEXT = Pattern.compile("(?i).*\\.(tsv|csv|txt)");

  /// Decoded values that are looked at while they are in the nearest caches.
  private static final int STRETCH_BYTES = 1 << 18;

  /// A decoded recording.
  ///
  /// @param knownFinite whether all values were seen to be numbers; else nobody has looked
  record Decoded(Recording recording, boolean knownFinite) {}

  /// Values in memory or on disk, and what is known of them.
  private record DecodedTraces(Traces traces, boolean knownFinite) {}

  /// The type of decoded values.
  enum Precision {
    FLOAT32(Float.BYTES),
    FLOAT64(Double.BYTES);

    private final int bytes;

    Precision(int bytes) {
      this.bytes = bytes;
    }

    /// Bytes per value.
    int bytes() {
      return bytes;
    }
  }

  RecordingDecoder {
    formats = List.copyOf(formats);
  }

  /// The format of a main file: the one that recognises its first bytes, else the one that its name
  /// promises, which then says what is wrong with it.
  ///
  /// @throws MalformedDataException if there is none
  RecordingFormat format(String fileName, byte[] bytes) throws MalformedDataException {
    byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, RECOGNITION_BYTES));
    Optional<RecordingFormat> recognised =
        formats.stream().filter(format -> format.recognises(fileName, head)).findFirst();
    if (recognised.isPresent()) {
      return recognised.get();
    }
    return SignalFormats.ofFileName(fileName)
        .orElseThrow(() ->
            new MalformedDataException(
                Reason.UNSUPPORTED,
                "file",
                "a recording in one of the formats "
                    + formats.stream().map(RecordingFormat::name).toList(),
                fileName));
  }

  /// The whole recording: in memory, or in a scratch file if its objects are read by ranges.
  ///
  /// @throws MalformedDataException if the bytes break the format, or are too many when decoded
  Decoded decode(SourceObjects source) throws MalformedDataException {
    SourceFiles files = SourceFiles.of(source);
    String main = files.main();
    try {
      RecordingFormat format = format(main, files.head(main));
      RecordingReader reader = format.open(files, main, options);
      requireTimePoints(reader, main);
      return switch (source) {
        case SourceBytes bytes -> recording(reader, inMemory(reader, most(main, bytes)));
        case SourceRanges ranges ->
            recording(reader, new DecodedTraces(onDisk(reader, ranges), false));
      };
    } catch (UnusableObjectException gone) {
      throw gone.why();
    } catch (EOFException beyond) {
      throw new MalformedDataException(
          Reason.TRUNCATED, main, "all bytes that its header speaks of", beyond.toString());
    } catch (IOException broken) {
      throw new MalformedDataException(Reason.MALFORMED, main, "readable bytes", broken.toString());
    }
  }

  /// The most bytes that come of a file whose header does not tell. In plain text every value takes
  /// a digit and what ends it.
  long mostOfUntold(String main, long fileBytes) {
    long most =
        PLAIN_TEXT.matcher(main).matches()
            ? (fileBytes + 1) / 2 * precision.bytes()
            : LARGEST_GROWTH * fileBytes;
    return Math.min(largestBytes, most);
  }

  /// What was foreseen holds: a small gzip stream may hold any number of rows, and one of which the
  /// head was not all must not take more memory than it was let in for.
  private long most(String main, SourceBytes source) {
    long bytes = source.memoryBytes();
    boolean untold =
        main.toLowerCase(Locale.ROOT).endsWith(".gz") && bytes > DecodeRecording.HEAD_BYTES;
    return untold ? mostOfUntold(main, bytes) : largestBytes;
  }

  private static void requireTimePoints(RecordingReader reader, String main)
      throws MalformedDataException {
    if (reader.header().timePoints() == 0) {
      throw new MalformedDataException(Reason.EMPTY, main, "at least one time point", "none");
    }
  }

  private static Decoded recording(RecordingReader reader, DecodedTraces decoded)
      throws MalformedDataException, IOException {
    RecordingHeader header = reader.header();
    Recording recording =
        Recording.of(header.channels(), header.rate(), decoded.traces())
            .withAnnotations(reader.annotations());
    return new Decoded(
        header.start().map(recording::withStart).orElse(recording), decoded.knownFinite());
  }

  private Traces onDisk(RecordingReader reader, SourceRanges ranges)
      throws MalformedDataException, IOException {
    if (reader.header().timePoints() > Integer.MAX_VALUE - 8) {
      throw tooLarge(reader.header(), largestBytes);
    }
    return new RecordingSpill(ranges.scratch(), precision).traces(reader);
  }

  private DecodedTraces inMemory(RecordingReader reader, long most)
      throws MalformedDataException, IOException {
    RecordingHeader header = reader.header();
    long bytes = header.predictedBytes(precision.bytes());
    if (bytes > most || header.timePoints() > Integer.MAX_VALUE - 8) {
      throw tooLarge(header, most);
    }
    return traces(reader, header.channels().size(), (int) header.timePoints());
  }

  private static MalformedDataException tooLarge(RecordingHeader header, long most) {
    return new MalformedDataException(
        Reason.TOO_LARGE,
        "recording",
        "at most %d bytes decoded; see memory-limit-mib".formatted(most),
        "%d signal channels × %d time points"
            .formatted(header.channels().size(), header.timePoints()));
  }

  private DecodedTraces traces(RecordingReader reader, int channels, int timePoints)
      throws MalformedDataException, IOException {
    return switch (precision) {
      case FLOAT32 -> {
        EncodedTraces inPlace = reader.inPlace().orElse(null);
        if (inPlace != null) {
          yield new DecodedTraces(inPlace, FiniteRows.allFinite(inPlace));
        }
        float[][] rows = new float[channels][timePoints];
        boolean finite = fill(rows, timePoints, reader);
        yield new DecodedTraces(new Float32Traces(rows), finite);
      }
      case FLOAT64 -> {
        double[][] rows = new double[channels][timePoints];
        reader.read(0, timePoints, rows, 0);
        yield new DecodedTraces(new Float64Traces(rows), false);
      }
    };
  }

  /// Decodes stretch by stretch; whether all values are numbers.
  private static boolean fill(float[][] rows, int timePoints, RecordingReader reader)
      throws MalformedDataException, IOException {
    int stretch = Math.max(STRETCH_BYTES / Float.BYTES / Math.max(1, rows.length), 1024);
    boolean finite = true;
    for (int start = 0; start < timePoints; ) {
      int stop = start + Math.min(stretch, timePoints - start);
      reader.read(start, stop, rows, start);
      finite &= FiniteRows.allFinite(rows, start, stop);
      start = stop;
    }
    return finite;
  }
}
