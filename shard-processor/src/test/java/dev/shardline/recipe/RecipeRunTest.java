package dev.shardline.recipe;

import static dev.shardline.recipe.TestSteps.at;
import static dev.shardline.recipe.TestSteps.item;
import static dev.shardline.recipe.TestSteps.recipe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.data.DataKind;
import dev.shardline.data.Payload;
import dev.shardline.data.Tensor;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.SourceBytes.NamedBytes;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeRunTest {
  private final List<String> outputs = new ArrayList<>();
  private final List<Item> items = new ArrayList<>();

  private RecipeRun run(Recipe recipe) {
    return new RecipeRun(
        recipe,
        (output, item) -> {
          outputs.add(output);
          items.add(item);
        },
        StepTimer.NONE);
  }

  private static byte[] bytes(Item item) {
    return ((Tensor) item.data()).bytes();
  }

  @Test
  void anItemPassesEveryStepInOrder() throws MalformedDataException {
    var dropped =
        run(recipe(
                at(1, new TestSteps.Read()),
                at(2, new TestSteps.Multiply(3)),
                at(3, new TestSteps.ToTensor())))
            .run(item("a", 1, 2));

    assertThat(dropped).isEmpty();
    assertThat(bytes(items.getFirst())).containsExactly(3, 6);
    assertThat(items.getFirst().trail()).hasToString("1:read#0/2:multiply#0/3:to-tensor#0");
  }

  @Test
  void aSamplesObjectsAreLetGoOnceTheyAreDecoded() throws MalformedDataException {
    Item start = item("a", 1, 2);
    SourceBytes source = (SourceBytes) start.data();

    run(recipe(at(1, new TestSteps.Read()), at(2, new TestSteps.ToTensor()))).run(start);

    assertThat(source.memoryBytes()).isZero();
    assertThatThrownBy(source::first)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("let go");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void memoryIsGivenBackAtOnceIfTheDecoderKeepsNothingOfIt(boolean keeps)
      throws MalformedDataException {
    List<String> order = new ArrayList<>();
    SourceBytes source =
        new SourceBytes(
            List.of(new NamedBytes("a", new byte[] {1})), () -> order.add("given back"));
    source.keep(() -> order.add("end"));
    Headroom asked = _ -> order.add("next step");

    new RecipeRun(
            recipe(at(1, new TestSteps.Read(keeps)), at(2, new TestSteps.ToTensor())),
            (_, _) -> {},
            StepTimer.NONE,
            asked)
        .run(item("a", 1).withData(source));
    source.close();
    source.close();

    assertThat(order)
        .isEqualTo(
            keeps
                ? List.of("next step", "given back", "end")
                : List.of("given back", "next step", "end"));
  }

  @Test
  void roomIsMadeBeforeEachStepButTheFirst() throws MalformedDataException {
    List<Long> asked = new ArrayList<>();

    new RecipeRun(
            recipe(
                at(1, new TestSteps.Read()),
                at(2, new TestSteps.Multiply(3)),
                at(3, new TestSteps.ToTensor())),
            (_, _) -> {},
            StepTimer.NONE,
            asked::add)
        .run(item("a", 1, 2, 4));

    assertThat(asked).containsExactly(3L, 3L);
  }

  @Test
  void aStepThatCannotSayWhatItWillTakeFailsForItsSampleOnly() {
    MapStep unsure =
        new MapStep() {
          @Override
          public String name() {
            return "unsure";
          }

          @Override
          public Signature signature() {
            return Signature.keeping(DataKind.IMAGE);
          }

          @Override
          public Item map(Item item) {
            return item;
          }

          @Override
          public long bytesToCome(Item item) {
            throw new IllegalStateException("no idea");
          }
        };
    RecipeRun run =
        run(recipe(at(1, new TestSteps.Read()), at(2, unsure), at(3, new TestSteps.ToTensor())));

    assertThatThrownBy(() -> run.run(item("a", 1)))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("no idea");
    assertThat(run.failedAt().map(RecipeStep::position)).contains(2);
  }

  @Test
  void whatAStepTookIsFreeWhenTheNextButOneBegins() throws MalformedDataException {
    List<WeakReference<Payload>> taken = new ArrayList<>();
    MapStep watching = new Watching(taken);

    run(recipe(
            at(1, new TestSteps.Read()),
            at(2, watching),
            at(3, watching),
            at(4, watching),
            at(5, new TestSteps.ToTensor())))
        .run(item("a", 1, 2));

    assertThat(taken).hasSize(3);
    assertThat(taken.getFirst().get()).isNull();
  }

  /// Gives a copy of what it takes. When it has taken three it asks for a collection.
  private record Watching(List<WeakReference<Payload>> taken) implements MapStep {
    @Override
    public String name() {
      return "watch";
    }

    @Override
    public Signature signature() {
      return Signature.keeping(DataKind.IMAGE);
    }

    @Override
    public Item map(Item item) {
      taken.add(new WeakReference<>(item.data()));
      if (taken.size() == 3) {
        System.gc();
      }
      return item.withData(new TestSteps.Picture(((TestSteps.Picture) item.data()).bytes()));
    }
  }

  @Test
  void manyItemsComeOutInTheOrderInWhichTheyWereEmitted() throws MalformedDataException {
    run(recipe(
            at(1, new TestSteps.Read()),
            at(2, new TestSteps.Repeat(3)),
            at(3, new TestSteps.ToTensor())))
        .run(item("a", 1));

    assertThat(items).extracting(item -> item.recorded().get("copy")).containsExactly(0, 1, 2);
  }

  @Test
  void teeGivesEveryOutputTheSameItem() throws MalformedDataException {
    Recipe tee =
        new Recipe(
            7,
            List.of(at(1, new TestSteps.Read())),
            new TreeMap<>(
                Map.of(
                    "once", List.of(at(2, new TestSteps.ToTensor())),
                    "twice",
                        List.of(
                            at(2, new TestSteps.Multiply(2)), at(3, new TestSteps.ToTensor())))));

    run(tee).run(item("a", 5));

    assertThat(outputs).containsExactly("once", "twice");
    assertThat(bytes(items.get(0))).containsExactly(5);
    assertThat(bytes(items.get(1))).containsExactly(10);
  }

  @Test
  void randomStepsDependOnSeedSampleAndTrailOnly() throws MalformedDataException {
    Recipe noisy =
        recipe(
            at(1, new TestSteps.Read()),
            at(2, new TestSteps.Repeat(2)),
            at(3, new TestSteps.Noise()),
            at(4, new TestSteps.ToTensor()));
    run(noisy).run(item("a", 0, 0, 0, 0, 0, 0, 0, 0));
    run(noisy).run(item("b", 0, 0, 0, 0, 0, 0, 0, 0));
    run(noisy).run(item("a", 0, 0, 0, 0, 0, 0, 0, 0));

    assertThat(bytes(items.get(0))).isEqualTo(bytes(items.get(4)));
    assertThat(bytes(items.get(0))).isNotEqualTo(bytes(items.get(1)));
    assertThat(bytes(items.get(0))).isNotEqualTo(bytes(items.get(2)));
  }

  @Test
  void theFirstRuleThatLeftAnItemOutIsNamed() throws MalformedDataException {
    Recipe dropping =
        recipe(
            at(1, new TestSteps.Read()),
            at(2, new TestSteps.LeaveOut()),
            at(3, new TestSteps.ToTensor()));

    assertThat(run(dropping).run(item("a", 1)))
        .contains(new RecipeRun.Drop("too-dark", "0 bright pixels, at least 1 asked"));
  }

  @Test
  void aStepThatGivesNothingDropsWithoutARule() throws MalformedDataException {
    Recipe nothing =
        recipe(
            at(1, new TestSteps.Read()),
            at(2, new TestSteps.Repeat(0)),
            at(3, new TestSteps.ToTensor()));

    assertThat(run(nothing).run(item("a", 1))).map(RecipeRun.Drop::rule).contains("no-records");
  }

  @Test
  void theStepThatRefusedIsKnown() {
    RecipeRun run =
        run(
            recipe(
                at(1, new TestSteps.Read()),
                at(2, new TestSteps.Repeat(2)),
                at(3, new TestSteps.Refuse()),
                at(4, new TestSteps.ToTensor())));

    assertThatThrownBy(() -> run.run(item("a", 1))).isInstanceOf(MalformedDataException.class);
    assertThat(run.failedAt()).map(RecipeStep::toString).isEqualTo(Optional.of("step 3 `refuse`"));
  }

  @Test
  void anUnforeseenFailureIsAFailedStep() {
    RecipeRun run =
        run(
            recipe(
                at(1, new TestSteps.Read()),
                at(2, new TestSteps.Break()),
                at(3, new TestSteps.ToTensor())));

    assertThatThrownBy(() -> run.run(item("a", 1)))
        .isInstanceOfSatisfying(
            MalformedDataException.class, e -> assertThat(e.reason()).isEqualTo(Reason.STEP_FAILED))
        .hasMessageContaining("ArrayIndexOutOfBounds");
  }
}
