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
  private @Nullable Drop firstDrop;
  private @Nullable RecipeStep failedAt;

  Chain(StepTimer timer) {
    this.timer = timer;
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

  /// Passes an item along steps, each of them fitted.
  void pass(List<RecipeStep> steps, Item item, End end) throws MalformedDataException {
    apply(steps, 0, item, end);
  }

  private void apply(List<RecipeStep> steps, int index, Item item, End end)
      throws MalformedDataException {
    if (index == steps.size()) {
      end.accept(item);
      return;
    }
    RecipeStep place = steps.get(index);
    Step step = (Step) place.transform();
    Handover handover = new Handover(place, next -> apply(steps, index + 1, next, end));
    long start = System.nanoTime();
    try {
      step.apply(item, handover);
    } catch (MalformedDataException e) {
      blame(place);
      throw e;
    } catch (PermanentException | RetryableException meant) {
      throw meant;
    } catch (RuntimeException | StackOverflowError e) {
      blame(place);
      throw unforeseen(place, e);
    }
    timer.ran(place, System.nanoTime() - start - handover.elsewhereNanos);
  }

  private void blame(RecipeStep place) {
    if (failedAt == null) {
      failedAt = place;
    }
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
      next.accept(item.withTrail(item.trail().then(place.position(), place.name(), emitted++)));
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
