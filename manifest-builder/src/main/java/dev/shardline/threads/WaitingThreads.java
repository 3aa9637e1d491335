package dev.shardline.threads;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/// Makes the threads that mostly wait. None of them keeps the program from ending.
///
/// They are platform threads. A virtual thread that waits while it loads a class keeps its carrier,
/// and there are as many carriers as processors: on a machine of two, two such threads keep every
/// other virtual thread from running, also the one that was just given the lock they wait for. As
/// every caller bounds how much waits at once, virtual threads would save nothing.
public final class WaitingThreads {
  private WaitingThreads() {}

  /// As many threads as there are tasks at once; an idle one is used again.
  ///
  /// @param name of the threads, which are numbered
  public static ExecutorService pool(String name) {
    return Executors.newCachedThreadPool(factory(name));
  }

  /// A factory of threads called `name` and a number.
  public static ThreadFactory factory(String name) {
    return Thread.ofPlatform().daemon().name(name + "-", 0).factory();
  }

  /// A thread that is not started yet.
  public static Thread of(String name, Runnable task) {
    return Thread.ofPlatform().daemon().name(name).unstarted(task);
  }
}
