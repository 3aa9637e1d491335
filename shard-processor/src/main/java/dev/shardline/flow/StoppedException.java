package dev.shardline.flow;

/// The worker was asked to stop and its grace is over.
public final class StoppedException extends Exception {
  private static final long serialVersionUID = 1L;

  StoppedException() {
    super("The worker was asked to stop");
  }
}
