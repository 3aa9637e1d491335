package dev.shardline.recipe.signal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.Payload;
import dev.shardline.data.Tensor;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.Split;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Emitter;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.SampleFacts;
import dev.shardline.recipe.SourceBytes;
import dev.shardline.recipe.SourceBytes.NamedBytes;
import dev.shardline.recipe.Step;
import dev.shardline.recipe.StepCatalog;
import dev.shardline.recipe.StepFactory;
import dev.shardline.recipe.Transform;
import dev.shardline.signal.Float32Traces;
import dev.shardline.signal.Recording;
import dev.shardline.signal.SamplingRate;
import dev.shardline.signal.SignalChannel;
import dev.shardline.signal.SignalType;
import dev.shardline.signal.SignalUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Makes steps as a recipe does, and runs them.
final class Steps {
  private static final StepCatalog CATALOG = StepCatalog.of(SignalSteps.all());

  private Steps() {}

  /// What came out of a step.
  ///
  /// @param drops the rules by which items were left out
  record Outcome(List<Item> items, List<String> drops) {}

  static Transform step(String name, Map<String, ?> arguments) {
    ObjectNode plain = new ObjectMapper().valueToTree(arguments);
    StepFactory factory = CATALOG.find(name).orElseThrow();
    return factory.create(Arguments.read(factory.parameters(), plain));
  }

  static Transform step(String name) {
    return step(name, Map.of());
  }

  /// The only item that comes of the steps, one after another.
  static Item run(Item start, Transform... steps) throws MalformedDataException {
    Outcome outcome = runAll(start, steps);
    if (outcome.items().size() != 1) {
      throw new AssertionError("Expected one item, found " + outcome);
    }
    return outcome.items().getFirst();
  }

  static Outcome runAll(Item start, Transform... steps) throws MalformedDataException {
    List<Item> items = List.of(start);
    List<String> drops = new ArrayList<>();
    for (Transform step : steps) {
      List<Item> next = new ArrayList<>();
      for (Item item : items) {
        ((Step) step).apply(item, collecting(next, drops));
      }
      items = next;
    }
    return new Outcome(items, drops);
  }

  private static Emitter collecting(List<Item> items, List<String> rules) {
    return new Emitter() {
      @Override
      public void emit(Item item) {
        items.add(item);
      }

      @Override
      public void drop(String rule, String detail) {
        rules.add(rule);
      }
    };
  }

  static Item item(Payload data) {
    return Item.of(
        new SampleFacts("a", "sub-01", new ClassLabel("x", 0), Split.TRAIN, Map.of(), 1), data);
  }

  static Item item(NamedBytes... objects) {
    return item(new SourceBytes(List.of(objects)));
  }

  /// A recording in float32 and µV, channels named c0, c1, ….
  static Recording recording(double hertz, double[]... rows) {
    List<SignalChannel> channels =
        IntStream.range(0, rows.length)
            .mapToObj(i -> new SignalChannel("c" + i, SignalUnit.MICROVOLT, SignalType.EEG))
            .toList();
    float[][] floats =
        Arrays.stream(rows)
            .map(row -> {
              float[] narrowed = new float[row.length];
              for (int i = 0; i < row.length; i++) {
                narrowed[i] = (float) row[i];
              }
              return narrowed;
            })
            .toArray(float[][]::new);
    return Recording.of(channels, new SamplingRate(hertz), new Float32Traces(floats));
  }

  static Recording recording(Item item) {
    return (Recording) item.data();
  }

  static Tensor tensor(Item item) {
    return (Tensor) item.data();
  }
}
