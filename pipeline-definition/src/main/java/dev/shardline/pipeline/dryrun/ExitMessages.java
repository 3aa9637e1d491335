package dev.shardline.pipeline.dryrun;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a job says at its end: the messages of all its containers one after the other, of which the
/// service keeps the first 1,024 bytes.
final class ExitMessages {
  /// How much the service keeps.
  static final int KEPT_BYTES = 1024;

  private static final Path FILE = Path.of("output", "message");

  private ExitMessages() {}

  /// @throws StepFailedException if a message is no UTF-8, which fails the job
  static String of(List<Host> hosts) throws StepFailedException {
    ByteBuffer all = ByteBuffer.allocate(KEPT_BYTES);
    for (Host host : hosts) {
      byte[] message = read(host);
      requireUtf8(host, message);
      all.put(message, 0, Math.min(message.length, all.remaining()));
    }
    all.flip();
    return cut(all);
  }

  private static byte[] read(Host host) throws StepFailedException {
    Path file = host.root().resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return new byte[0];
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      return bytes.readNBytes(64 * KEPT_BYTES);
    } catch (IOException e) {
      throw StepFailedException.permanent(
          "the exit message of %s cannot be read: %s".formatted(host.name(), e));
    }
  }

  private static void requireUtf8(Host host, byte[] message) throws StepFailedException {
    try {
      CharBuffer ignored = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message));
    } catch (CharacterCodingException e) {
      throw StepFailedException.permanent(
          "the exit message of %s is no UTF-8, which fails the job".formatted(host.name()));
    }
  }

  /// The text without a character that the cut went through.
  private static String cut(ByteBuffer bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(bytes.remaining());
    var ignored = decoder.decode(bytes, text, false);
    return text.flip().toString();
  }
}
