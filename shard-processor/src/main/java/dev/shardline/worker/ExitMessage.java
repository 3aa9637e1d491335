package dev.shardline.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// What a worker leaves for SageMaker's exit message. The service keeps the first 1 KB of all
/// workers' messages put together, and fails the job if one is not UTF-8: each worker writes its
/// share, cut between characters.
public final class ExitMessage {
  private static final int ALL_WORKERS = 1000;
  private static final int LEAST = 10;

  private ExitMessage() {}

  /// Writes `text`, cut to this worker's share, where the container contract wants it. Nothing
  /// happens where there is no such place: outside of SageMaker.
  public static void write(SageMakerPaths paths, Rank rank, String text) throws IOException {
    Path folder = paths.message().getParent();
    if (folder != null && Files.isDirectory(paths.root())) {
      Files.createDirectories(folder);
      Files.write(paths.message(), cut(text, Math.max(LEAST, ALL_WORKERS / rank.count())));
    }
  }

  /// The longest beginning of `text` that is at most so many bytes of UTF-8.
  static byte[] cut(String text, int most) {
    CharsetEncoder encoder =
        StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    ByteBuffer bytes = ByteBuffer.allocate(most);
    encoder.encode(CharBuffer.wrap(text), bytes, true);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }
}
