package dev.shardline.image.codec;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/// One read through an ImageIO reader, from memory and with no cache file. Whatever a reader throws
/// at a bad file comes out as a typed failure.
final class ImageIoRead {
  /// What to ask of a reader that has its input.
  interface Question<T> {
    @Nullable T ask(ImageReader reader) throws IOException;
  }

  private ImageIoRead() {}

  /// Gives `bytes` to the reader, asks, and disposes of the reader.
  ///
  /// @throws MalformedDataException if the reader fails or warns of missing or corrupt data
  static <T> T of(byte[] bytes, ImageReader reader, Question<T> question)
      throws MalformedDataException {
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    try (ImageInputStream input = new FiniteInput(bytes)) {
      reader.setInput(input, false, true);
      T answer = question.ask(reader);
      refuseWarnings(warnings);
      if (answer == null) {
        throw failure(Reason.MALFORMED, "nothing was read");
      }
      return answer;
    } catch (EOFException e) {
      throw failure(Reason.TRUNCATED, "the end of the data");
    } catch (IOException | RuntimeException e) {
      throw failure(Reason.MALFORMED, String.valueOf(e.getMessage()));
    } finally {
      reader.dispose();
    }
  }

  /// libjpeg goes on after damage and fills in grey; that is no picture to train on. Bytes between
  /// segments that belong to none are harmless and common.
  private static void refuseWarnings(List<String> warnings) throws MalformedDataException {
    for (String warning : warnings) {
      if (warning.contains("Premature end") || warning.contains("premature end")) {
        throw failure(Reason.TRUNCATED, warning);
      }
      if (warning.contains("Corrupt") && !warning.contains("extraneous bytes")) {
        throw failure(Reason.MALFORMED, warning);
      }
    }
  }

  private static MalformedDataException failure(Reason reason, String found) {
    return new MalformedDataException(reason, "image data", "a whole picture", found);
  }
}
