package dev.shardline.recipe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.DataKind;
import dev.shardline.data.ElementType;
import dev.shardline.data.Payload;
import dev.shardline.data.Tensor;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.Split;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Small steps that show every way a step can behave.
final class TestSteps {
  static final Parameter<Integer> COUNT =
      Parameter.of("count", ParameterType.integer(0, 100), 2, "how many");
  static final Parameter<Integer> FACTOR =
      Parameter.required("factor", ParameterType.integer(1, 9), "what to multiply with");

  private TestSteps() {}

  /// Stands for an image.
  record Picture(byte[] bytes) implements Payload {
    @Override
    public DataKind kind() {
      return DataKind.IMAGE;
    }

    @Override
    public long memoryBytes() {
      return bytes.length;
    }
  }

  static StepCatalog catalog() {
    return StepCatalog.of(
        List.of(
            factory("read", List.of(), arguments -> new Read()),
            factory("repeat", List.of(COUNT), arguments -> new Repeat(arguments.value(COUNT))),
            factory(
                "multiply", List.of(FACTOR), arguments -> new Multiply(arguments.value(FACTOR))),
            factory("noise", List.of(), arguments -> new Noise()),
            factory("refuse", List.of(), arguments -> new Refuse()),
            factory("break", List.of(), arguments -> new Break()),
            factory("leave-out", List.of(), arguments -> new LeaveOut()),
            factory("to-tensor", List.of(), arguments -> new ToTensor())));
  }

  static Recipe recipe(RecipeStep... steps) {
    return Recipe.of(7, List.of(steps));
  }

  static RecipeStep at(int position, Transform transform) {
    ObjectNode none = CanonicalJson.object();
    return new RecipeStep(position, none, "", transform);
  }

  static SampleFacts facts(String id) {
    return new SampleFacts(id, "subject", new ClassLabel("a", 0), Split.TRAIN, Map.of(), 7);
  }

  static Item item(String id, int... bytes) {
    byte[] content = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      content[i] = (byte) bytes[i];
    }
    return Item.of(facts(id), SourceBytes.of(id, content));
  }

  private static StepFactory factory(
      String name, List<Parameter<?>> parameters, Function<Arguments, Transform> create) {
    return new StepFactory() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String summary() {
        return "a step for tests";
      }

      @Override
      public List<Parameter<?>> parameters() {
        return parameters;
      }

      @Override
      public Transform create(Arguments arguments) {
        return create.apply(arguments);
      }
    };
  }

  private static byte[] bytes(Item item) {
    return ((Picture) item.data()).bytes();
  }

  /// @param keepsMemory what it says of itself
  record Read(boolean keepsMemory) implements SourceStep, MapStep {
    Read() {
      this(true);
    }

    @Override
    public String name() {
      return "read";
    }

    @Override
    public Signature signature() {
      return Signature.of(DataKind.BYTES, DataKind.IMAGE);
    }

    @Override
    public int headBytes() {
      return 4;
    }

    @Override
    public Footprint predict(SourceHead head) {
      return Footprint.of(head.bytes(), head.bytes(), 0);
    }

    @Override
    public Item map(Item item) {
      return item.withData(new Picture(((SourceBytes) item.data()).first().bytes()));
    }
  }

  record Repeat(int count) implements Step {
    @Override
    public String name() {
      return "repeat";
    }

    @Override
    public Signature signature() {
      return Signature.keeping(DataKind.IMAGE).emittingMany();
    }

    @Override
    public void apply(Item item, Emitter emitter) throws MalformedDataException {
      for (int i = 0; i < count; i++) {
        emitter.emit(item.withRecorded("copy", i));
      }
    }
  }

  record Multiply(int factor) implements MapStep {
    @Override
    public String name() {
      return "multiply";
    }

    @Override
    public Signature signature() {
      return Signature.keeping(DataKind.IMAGE);
    }

    @Override
    public Item map(Item item) {
      byte[] changed = bytes(item).clone();
      for (int i = 0; i < changed.length; i++) {
        changed[i] = (byte) (changed[i] * factor);
      }
      return item.withData(new Picture(changed));
    }
  }

  record Noise() implements MapStep {
    @Override
    public String name() {
      return "noise";
    }

    @Override
    public Signature signature() {
      return Signature.keeping(DataKind.IMAGE);
    }

    @Override
    public Item map(Item item) {
      byte[] noise = new byte[bytes(item).length];
      item.random().nextBytes(noise);
      return item.withData(new Picture(noise));
    }
  }

  record Refuse() implements MapStep {
    @Override
    public String name() {
      return "refuse";
    }

    @Override
    public Signature signature() {
      return Signature.keeping(DataKind.IMAGE);
    }

    @Override
    public Item map(Item item) throws MalformedDataException {
      throw new MalformedDataException(Reason.CHECK_FAILED, "content", "better", "this");
    }
  }

  record Break() implements MapStep {
    @Override
    public String name() {
      return "break";
    }

    @Override
    public Signature signature() {
      return Signature.keeping(DataKind.IMAGE);
    }

    @Override
    public Item map(Item item) {
      throw new ArrayIndexOutOfBoundsException(3);
    }
  }

  record LeaveOut() implements Step {
    @Override
    public String name() {
      return "leave-out";
    }

    @Override
    public Signature signature() {
      return Signature.keeping(DataKind.IMAGE);
    }

    @Override
    public void apply(Item item, Emitter emitter) {
      emitter.drop("too-dark", "0 bright pixels, at least 1 asked");
    }
  }

  record ToTensor() implements MapStep {
    @Override
    public String name() {
      return "to-tensor";
    }

    @Override
    public Signature signature() {
      return Signature.of(DataKind.IMAGE, DataKind.TENSOR);
    }

    @Override
    public Item map(Item item) {
      byte[] copy = Arrays.copyOf(bytes(item), bytes(item).length);
      return item.withData(Tensor.of(ElementType.UINT8, new int[] {copy.length}, copy));
    }
  }
}
