package dev.shardline.storage;

import dev.shardline.failure.RetryableException;
import dev.shardline.failure.ShardlineException;
import dev.shardline.failure.UsageException;
import java.io.IOException;
import java.nio.file.FileSystemException;

/// How a store's failure ends a command.
public final class StorageFailure {
  private StorageFailure() {}

  /// The failure as the end of a command: what the user must mend as a [UsageException], everything
  /// else (the store is down, slow or throttling, the disk is full) as a [RetryableException].
  public static ShardlineException ending(IOException failure) {
    return failure instanceof FileSystemException
        ? new UsageException(message(failure), failure)
        : new RetryableException(message(failure), failure);
  }

  private static String message(IOException failure) {
    String message = failure.getMessage();
    return message == null ? failure.toString() : message;
  }
}
