package dev.shardline.recipe;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One sample's way through a recipe. For one thread, once.
public final class RecipeRun {
  /// Why a sample gave no record.
  ///
  /// @param rule the rule's name
  /// @param detail what the rule saw
  public record Drop(String rule, String detail) {}

  private final Recipe recipe;
  private final RecordSink sink;
  private final StepTimer timer;
  private @Nullable Drop firstDrop;
  private @Nullable RecipeStep failedAt;
  private long records;

  /// @param timer asked for nothing, only told
  /// @throws IllegalStateException if a step of the recipe has not been fitted
  public RecipeRun(Recipe recipe, RecordSink sink, StepTimer timer) {
    recipe
        .unfitted()
        .ifPresent(step -> {
          throw new IllegalStateException(step + " has not been fitted");
        });
    this.recipe = recipe;
    this.sink = sink;
    this.timer = timer;
  }

  /// Runs the recipe.
  ///
  /// @return empty if at least one record was given to the sink, else why not
  /// @throws MalformedDataException if the sample cannot be used; [#failedAt()] tells the step.
  ///   What the sink was given before is void
  public Optional<Drop> run(Item start) throws MalformedDataException {
    apply(recipe.steps(), 0, start, this::teed);
    if (records > 0) {
      return Optional.empty();
    }
    return Optional.of(
        firstDrop == null ? new Drop("no-records", "the recipe gave no record") : firstDrop);
  }

  /// The step that could not use the sample; empty if none failed.
  public Optional<RecipeStep> failedAt() {
    return Optional.ofNullable(failedAt);
  }

  private void teed(Item item) throws MalformedDataException {
    for (String output : recipe.outputs()) {
      apply(
          recipe.branch(output),
          0,
          item,
          last -> {
            records++;
            sink.accept(output, last);
          });
    }
  }

  private interface Next {
    void accept(Item item) throws MalformedDataException;
  }

  private void apply(List<RecipeStep> steps, int index, Item item, Next end)
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
    private final Next next;
    private int emitted;
    private long elsewhereNanos;

    Handover(RecipeStep place, Next next) {
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
