package dev.shardline.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.failure.MalformedDataException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What an estimator is learning. Safe for many threads: each works on a state of its own, and
/// because states merge exactly, it does not matter which.
///
/// @param <S> the estimator's state
public final class Learning<S> {
  private final Estimator<S> estimator;
  private final Queue<S> states = new ConcurrentLinkedQueue<>();

  private Learning(Estimator<S> estimator) {
    this.estimator = estimator;
  }

  /// Begins with nothing observed.
  public static <S> Learning<S> of(Estimator<S> estimator) {
    return new Learning<>(estimator);
  }

  /// Observes a sample's items.
  ///
  /// @throws MalformedDataException if nothing can be learnt from one of them; the ones before it
  ///   were observed
  public void observe(List<Item> items) throws MalformedDataException {
    S state = take();
    try {
      for (Item item : items) {
        state = estimator.observe(state, item);
      }
    } finally {
      states.add(state);
    }
  }

  private S take() {
    S state = states.poll();
    return state == null ? estimator.empty() : state;
  }

  /// Takes in what another one wrote.
  ///
  /// @throws MalformedDataException if this estimator did not write it
  public void merge(JsonNode form) throws MalformedDataException {
    S other = estimator.read(form);
    states.add(estimator.merge(take(), other));
  }

  private S merged() {
    S merged = take();
    for (S state = states.poll(); state != null; state = states.poll()) {
      merged = estimator.merge(merged, state);
    }
    states.add(merged);
    return merged;
  }

  /// The canonical form of everything observed. Not while others observe.
  public JsonNode write() {
    return estimator.write(merged());
  }

  /// The step that applies it. Not while others observe.
  ///
  /// @throws dev.shardline.failure.UsageException if too little was observed to learn anything
  public Step fitted() {
    return estimator.fitted(merged());
  }
}
