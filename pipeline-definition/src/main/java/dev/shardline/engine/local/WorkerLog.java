package dev.shardline.engine.local;

import dev.shardline.threads.WaitingThreads;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes down what a process says: all of it in a file, as long as the disk takes it, and its last
/// lines in memory, which a full disk cannot lose. A thread of its own reads, so that the process
/// never waits.
final class WorkerLog {
  private static final int KEPT_LINES = 15;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Path file;
  private final Deque<String> last = new ArrayDeque<>();
  private final Thread reader;

  private WorkerLog(Path file, InputStream words) {
    this.file = file;
    this.reader = WaitingThreads.of("worker-log", () -> take(words));
  }

  /// Begins to take down what comes out of a stream, until its end.
  static WorkerLog of(InputStream words, Path file) {
    WorkerLog log = new WorkerLog(file, words);
    log.reader.start();
    return log;
  }

  Path file() {
    return file;
  }

  /// The last lines, once the process has ended.
  List<String> lastWords() throws InterruptedException {
    // A child of the process may hold the stream open: what was said so far is enough then.
    reader.join(PATIENCE);
    synchronized (last) {
      return List.copyOf(last);
    }
  }

  private void take(InputStream words) {
    try (BufferedReader lines =
            new BufferedReader(new InputStreamReader(words, StandardCharsets.UTF_8));
        FileLines copy = FileLines.to(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        copy.add(line);
        keep(line);
      }
    } catch (IOException e) {
      keep("(the rest could not be read: %s)".formatted(e.getMessage()));
    }
  }

  private void keep(String line) {
    synchronized (last) {
      last.addLast(line);
      if (last.size() > KEPT_LINES) {
        last.removeFirst();
      }
    }
  }

  /// Lines to a file until it takes no more, which is no reason to stop reading.
  private static final class FileLines implements AutoCloseable {
    private @Nullable BufferedWriter writer;

    private FileLines(@Nullable BufferedWriter writer) {
      this.writer = writer;
    }

    static FileLines to(Path file) {
      try {
        return new FileLines(Files.newBufferedWriter(file));
      } catch (IOException full) {
        return new FileLines(null);
      }
    }

    void add(String line) {
      try {
        if (writer != null) {
          writer.write(line);
          writer.newLine();
          writer.flush();
        }
      } catch (IOException full) {
        close();
      }
    }

    @Override
    public void close() {
      @Nullable BufferedWriter open = writer;
      writer = null;
      try {
        if (open != null) {
          open.close();
        }
      } catch (IOException full) {
        return; // What the file lacks is still among the last lines.
      }
    }
  }
}
