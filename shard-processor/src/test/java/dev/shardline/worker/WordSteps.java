package dev.shardline.worker;

import dev.shardline.data.DataKind;
import dev.shardline.data.ElementType;
import dev.shardline.data.Tensor;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.Emitter;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.Recipe;
import dev.shardline.recipe.RecipeStep;
import dev.shardline.recipe.Signature;
import dev.shardline.recipe.SourceBytes;
import dev.shardline.recipe.SourceHead;
import dev.shardline.recipe.SourceStep;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A recipe over texts: `bad …` cannot be used, `skip …` is left out, `size N` says it needs N
/// bytes of memory, anything else becomes a tensor of its bytes; with `each` a tensor for each
/// word.
record WordSteps(boolean each) implements SourceStep {
  static Recipe recipe() {
    return Recipe.of(0, List.of(step(new WordSteps(false))));
  }

  static Recipe recipeForEachWord() {
    return Recipe.of(0, List.of(step(new WordSteps(true))));
  }

  private static RecipeStep step(WordSteps steps) {
    return new RecipeStep(1, CanonicalJson.object().put("each", steps.each()), "", steps);
  }

  @Override
  public String name() {
    return "words";
  }

  @Override
  public Signature signature() {
    Signature one = Signature.of(DataKind.BYTES, DataKind.TENSOR);
    return each ? one.emittingMany() : one;
  }

  @Override
  public int headBytes() {
    return 64;
  }

  @Override
  public Footprint predict(SourceHead head) throws MalformedDataException {
    String text = new String(head.head(), StandardCharsets.UTF_8);
    if (text.startsWith("unreadable header")) {
      throw new MalformedDataException(Reason.MALFORMED, "header", "a word", "none");
    }
    long bytes = text.startsWith("size ") ? Long.parseLong(text.substring(5)) : head.bytes();
    return Footprint.of(bytes, 0, 0);
  }

  @Override
  public void apply(Item item, Emitter emitter) throws MalformedDataException {
    String text = new String(((SourceBytes) item.data()).first().bytes(), StandardCharsets.UTF_8);
    if (text.startsWith("bad")) {
      throw new MalformedDataException(Reason.MALFORMED, "text", "a good one", text);
    }
    if (text.startsWith("skip")) {
      emitter.drop("skipped", "the text begins with skip");
      return;
    }
    for (String word : each ? text.split(" ") : new String[] {text}) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      emitter.emit(
          item.withData(Tensor.of(ElementType.UINT8, new int[] {bytes.length}, bytes))
              .withRecorded("length", bytes.length));
    }
  }
}
