package dev.shardline.signal.format.wfdb;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.format.raw.StoredText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads an annotation file of MIT format (annot(5)): words of 16 bits, six for a code and ten for
/// the time since the annotation before; further words qualify the annotation they follow.
///
/// An annotation's text is its symbol, followed by a blank and the auxiliary text if it has one:
/// `N`, `+ (AFIB`. Notes at time 0 define the time resolution or further symbols; they are obeyed
/// and not given out.
final class AnnotationFile {
  private static final int MOST_ANNOTATIONS = 2_000_000;
  private static final String RESOLUTION_NOTE = "## time resolution: ";
  private static final Pattern DEFINITION = Pattern.compile("(\\d{1,2}) (\\S+) .+");

  private final byte[] bytes;
  private final List<Annotation> annotations = new ArrayList<>();
  private final Map<Integer, String> definedSymbols = new HashMap<>();
  private SamplingRate clock;
  private int at;
  private long time;
  private int code = -1;
  private long codeTime;
  private String auxiliary = "";

  private AnnotationFile(byte[] bytes, SamplingRate clock) {
    this.bytes = bytes;
    this.clock = clock;
  }

  /// @param frameRate what times count unless the file states another resolution
  static List<Annotation> parse(byte[] bytes, SamplingRate frameRate)
      throws MalformedDataException {
    AnnotationFile file = new AnnotationFile(bytes, frameRate);
    file.read();
    return List.copyOf(file.annotations);
  }

  private void read() throws MalformedDataException {
    while (true) {
      int word = word("annotation");
      int wordCode = word >> 10;
      int value = word & 0x3ff;
      switch (wordCode) {
        case 0 -> {
          flush();
          if (value == 0) {
            return;
          }
          time += value;
        }
        case AnnotationCode.SKIP -> {
          flush();
          int high = word("skip");
          time += (int) (high << 16 | word("skip"));
        }
        case AnnotationCode.NUMBER, AnnotationCode.SUBTYPE, AnnotationCode.CHANNEL -> {
          // Qualify the annotation in ways an Annotation does not carry.
        }
        case AnnotationCode.AUXILIARY -> auxiliary = text(value & 0xff);
        default -> begin(wordCode, value);
      }
    }
  }

  private void begin(int newCode, int interval) throws MalformedDataException {
    flush();
    time += interval;
    code = newCode;
    codeTime = time;
    auxiliary = "";
  }

  private void flush() throws MalformedDataException {
    if (code == AnnotationCode.NOTE && codeTime == 0) {
      define(auxiliary);
    } else if (code > 0) {
      String symbol = definedSymbols.getOrDefault(code, AnnotationCode.symbol(code));
      String text = auxiliary.isEmpty() ? symbol : symbol + " " + auxiliary;
      annotations.add(new Annotation(clock.secondsAt(codeTime), 0, text));
    }
    code = -1;
    if (annotations.size() > MOST_ANNOTATIONS) {
      throw new MalformedDataException(
          Reason.TOO_LARGE, "annotations", at, "at most " + MOST_ANNOTATIONS, "more than that");
    }
  }

  private void define(String note) throws MalformedDataException {
    Matcher definition = DEFINITION.matcher(note);
    if (note.startsWith(RESOLUTION_NOTE)) {
      clock = resolution(note.substring(RESOLUTION_NOTE.length()).strip());
    } else if (definition.matches()) {
      definedSymbols.put(Integer.parseInt(definition.group(1)), definition.group(2));
    }
  }

  private SamplingRate resolution(String text) throws MalformedDataException {
    if (!text.matches("\\d{1,9}(\\.\\d{1,9})?") || Double.parseDouble(text) < 1e-6) {
      throw malformed("time resolution", "a number of hertz", "'" + text + "'");
    }
    return new SamplingRate(Double.parseDouble(text));
  }

  private int word(String field) throws MalformedDataException {
    if (at + 2 > bytes.length) {
      throw new MalformedDataException(
          Reason.TRUNCATED, field, at, "a word of 16 bits", "the end of the file");
    }
    int word = bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
    at += 2;
    return word;
  }

  /// Text is padded to whole words.
  private String text(int length) throws MalformedDataException {
    int padded = length + (length & 1);
    if (at + padded > bytes.length) {
      throw malformed(
          "auxiliary text", padded + " bytes", bytes.length - at + " bytes to the end of the file");
    }
    String text = StoredText.decode(bytes, at, length);
    at += padded;
    int end = text.indexOf('\0');
    return (end < 0 ? text : text.substring(0, end)).strip();
  }

  private MalformedDataException malformed(String field, String expected, String found) {
    return new MalformedDataException(Reason.MALFORMED, field, at, expected, found);
  }
}
