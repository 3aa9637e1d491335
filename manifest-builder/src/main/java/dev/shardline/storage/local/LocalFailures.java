package dev.shardline.storage.local;

import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.PermissionDeniedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Says what went wrong on a file system, and what to do.
final class LocalFailures {
  private LocalFailures() {}

  static IOException reading(ObjectLocation location, IOException failure) {
    return switch (failure) {
      case ClosedByInterruptException interrupted -> interruption(location, interrupted);
      case NoSuchFileException missing ->
          missing.getReason() == null
              ? because(new NoSuchFileException(location.toString(), null, "no such file"), missing)
              : missing;
      case AccessDeniedException denied ->
          because(
              new PermissionDeniedException(
                  location, "may not be read; allow this user to read it"),
              denied);
      default ->
          new IOException("Cannot read %s: %s".formatted(location, reason(failure)), failure);
    };
  }

  static IOException writing(ObjectLocation location, long bytes, IOException failure) {
    return switch (failure) {
      case ClosedByInterruptException interrupted -> interruption(location, interrupted);
      case AccessDeniedException denied ->
          because(
              new AccessDeniedException(
                  location.toString(),
                  null,
                  "may not be written; allow this user to write there or choose another place"),
              denied);
      default ->
          new IOException(
              "Cannot write the %d bytes of %s: %s.%s Mend that or choose another place, then run the same command again."
                  .formatted(bytes, location, reason(failure), room(location)),
              failure);
    };
  }

  private static IOException interruption(ObjectLocation location, IOException failure) {
    return because(new InterruptedIOException("Interrupted at " + location), failure);
  }

  private static <E extends IOException> E because(E clear, IOException cause) {
    clear.initCause(cause);
    return clear;
  }

  private static String reason(IOException failure) {
    String reason =
        failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
    return reason == null ? failure.toString() : reason;
  }

  private static String room(ObjectLocation location) {
    @Nullable Path there = location.toPath();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    try {
      return there == null
          ? ""
          : " %d bytes are free there.".formatted(Files.getFileStore(there).getUsableSpace());
    } catch (IOException _) {
      return "";
    }
  }
}
