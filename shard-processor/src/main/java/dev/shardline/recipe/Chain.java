package dev.shardline.recipe;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.PermanentException;
import dev.shardline.failure.Reason;
import dev.shardline.failure.RetryableException;
import dev.shardline.recipe.RecipeRun.Drop;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Passes one sample's items along lists of steps, and remembers which step failed and what was
/// dropped first. For one thread, one sample.
final class Chain {
  private final StepTimer timer;
  private final Headroom headroom;
  private @Nullable Drop firstDrop;
  private @Nullable RecipeStep failedAt;

  Chain(StepTimer timer, Headroom headroom) {
    this.timer = timer;
    this.headroom = headroom;
  }

  /// Where items go that have passed all steps.
  interface End {
    void accept(Item item) throws MalformedDataException;
  }

  Optional<Drop> firstDrop() {
    return Optional.ofNullable(firstDrop);
  }

  Optional<RecipeStep> failedAt() {
    return Optional.ofNullable(failedAt);
  }

  /// Passes an item along steps, each of them fitted. A step that maps returns before the next one
  /// begins, so that no call keeps alive what it took: of a volume that passes ten steps there are
  /// two at a time.
  void pass(List<RecipeStep> steps, Item item, End end) throws MalformedDataException {
    Item reached = item;
    for (int i = 0; i < steps.size(); i++) {
      RecipeStep place = steps.get(i);
      makeRoom(place, reached);
      if (!(place.transform() instanceof MapStep map)) {
        List<RecipeStep> rest = steps.subList(i + 1, steps.size());
        emit(place, reached, next -> pass(rest, next, end));
        return;
      }
      reached = mapped(place, map, reached);
    }
    end.accept(reached);
  }

  /// Whoever let the sample in has made room for decoding it.
  private void makeRoom(RecipeStep place, Item item) throws MalformedDataException {
    if (!(item.data() instanceof SourceObjects)) {
      headroom.makeFor(bytesToCome(place, item));
    }
  }

  private long bytesToCome(RecipeStep place, Item item) throws MalformedDataException {
    try {
      return ((Step) place.transform()).bytesToCome(item);
    } catch (RuntimeException e) {
      throw blamed(place, e);
    }
  }

  private Item mapped(RecipeStep place, MapStep step, Item item) throws MalformedDataException {
    long start = System.nanoTime();
    Item mapped;
    try {
      mapped = step.map(item);
    } catch (MalformedDataException | RuntimeException | StackOverflowError e) {
      throw blamed(place, e);
    }
    timer.ran(place, System.nanoTime() - start);
    if (item.data() instanceof SourceBytes decoded) {
      letGo(place, decoded);
    }
    return handedOn(place, mapped, 0);
  }

  private static void letGo(RecipeStep place, SourceBytes decoded) {
    if (place.transform() instanceof SourceStep source && !source.keepsMemory()) {
      decoded.giveBack();
    } else {
      decoded.letGo();
    }
  }

  private void emit(RecipeStep place, Item item, End next) throws MalformedDataException {
    Handover handover = new Handover(place, next);
    long start = System.nanoTime();
    try {
      ((Step) place.transform()).apply(item, handover);
    } catch (MalformedDataException | RuntimeException | StackOverflowError e) {
      throw blamed(place, e);
    }
    timer.ran(place, System.nanoTime() - start - handover.elsewhereNanos);
  }

  private static Item handedOn(RecipeStep place, Item item, int emitted) {
    return item.withTrail(item.trail().then(place.position(), place.name(), emitted));
  }

  /// What a step's failure means: the first step that it passes is the one that failed.
  ///
  /// @throws PermanentException or RetryableException as the step meant it
  private MalformedDataException blamed(RecipeStep place, Throwable failure) {
    if (failure instanceof PermanentException permanent) {
      throw permanent;
    }
    if (failure instanceof RetryableException retryable) {
      throw retryable;
    }
    if (failedAt == null) {
      failedAt = place;
    }
    return failure instanceof MalformedDataException malformed
        ? malformed
        : unforeseen(place, failure);
  }

  private static MalformedDataException unforeseen(RecipeStep place, Throwable failure) {
    MalformedDataException malformed =
        new MalformedDataException(
            Reason.STEP_FAILED, place.name(), "a result", failure.toString());
    malformed.initCause(failure);
    return malformed;
  }

  /// Hands the items of one step to the next and keeps the time that the rest of the recipe took.
  private final class Handover implements Emitter {
    private final RecipeStep place;
    private final End next;
    private int emitted;
    private long elsewhereNanos;

    Handover(RecipeStep place, End next) {
      this.place = place;
      this.next = next;
    }

    @Override
    public void emit(Item item) throws MalformedDataException {
      long start = System.nanoTime();
      next.accept(handedOn(place, item, emitted++));
      elsewhereNanos += System.nanoTime() - start;
    }

    @Override
    public void drop(String rule, String detail) {
      if (firstDrop == null) {
        firstDrop = new Drop(rule, detail);
      }
    }
  }
}
