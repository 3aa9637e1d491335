package dev.shardline.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.config.Section;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads the configuration's `recipe`:
///
/// ```yaml
/// recipe:
///   seed: 7                      # optional, 0 if left out
///   steps:
///     - decode
///     - resize: {size: 224}
///     - tee:                     # optional, last: several outputs
///         small: [{resize: {size: 64}}, scale]
///         large: [scale]
/// ```
///
/// A recipe without a seed may be written as the list of steps alone.
public final class RecipeReader {
  private static final String TEE = "tee";

  private final StepCatalog catalog;

  public RecipeReader(StepCatalog catalog) {
    this.catalog = catalog;
  }

  /// Reads the section `recipe` of `root`. What is wrong with single steps goes to the section's
  /// problems, together with what is wrong elsewhere in the file.
  ///
  /// @return empty if a step could not be read; the problems say which
  /// @throws UsageException if every step is good but they do not fit together
  public Optional<Recipe> read(Section root) {
    boolean shortForm = root.value().path("recipe").isArray();
    Section section = shortForm ? root : root.sectionOrEmpty("recipe");
    List<Section> listed = section.sections(shortForm ? "recipe" : "steps");
    long seed = shortForm ? 0 : section.integer("seed").orElse(0L);
    if (!shortForm) {
      section.finish();
    }
    if (listed.isEmpty()) {
      root.problem("recipe", "has no steps; list them, beginning with one that decodes");
      return Optional.empty();
    }
    Optional<Section> tee = Optional.of(listed.getLast()).filter(last -> last.has(TEE));
    List<Section> common = tee.isPresent() ? listed.subList(0, listed.size() - 1) : listed;
    Optional<List<RecipeStep>> steps = steps(common, 1);
    Optional<SortedMap<String, List<RecipeStep>>> outputs =
        tee.isPresent()
            ? outputs(tee.get(), common.size() + 1)
            : Optional.of(new TreeMap<>(Map.of(Recipe.MAIN, List.of())));
    if (steps.isEmpty() || outputs.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Recipe(seed, steps.get(), outputs.get()));
  }

  private Optional<SortedMap<String, List<RecipeStep>>> outputs(Section tee, int position) {
    Section named = tee.sectionOrEmpty(TEE);
    SortedMap<String, List<RecipeStep>> outputs = new TreeMap<>();
    boolean good = true;
    for (String name : named.keys()) {
      Optional<List<RecipeStep>> steps = steps(named.sections(name), position);
      if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
        named.problem(name, "is no name for an output: use lower-case letters, digits and '-'");
        good = false;
      }
      good &= steps.isPresent();
      outputs.put(name, steps.orElse(List.of()));
    }
    tee.finish();
    return good ? Optional.of(outputs) : Optional.empty();
  }

  private Optional<List<RecipeStep>> steps(List<Section> sections, int firstPosition) {
    List<RecipeStep> steps = new ArrayList<>();
    for (Section section : sections) {
      step(section, firstPosition + steps.size()).ifPresent(steps::add);
    }
    return steps.size() == sections.size() ? Optional.of(steps) : Optional.empty();
  }

  private Optional<RecipeStep> step(Section section, int position) {
    List<String> keys = section.keys();
    if (keys.size() != 1) {
      String found = keys.isEmpty() ? "none" : String.join(", ", keys);
      section.problem(
          found, "a step is one name, with its parameters indented below it; found " + found);
      return Optional.empty();
    }
    String name = keys.getFirst();
    Optional<StepFactory> factory = catalog.find(name);
    if (factory.isEmpty()) {
      String misplaced = name.equals(TEE) ? "`tee` is the last step" : catalog.unknown(name);
      section.problem(name, misplaced);
      return Optional.empty();
    }
    try {
      return Optional.of(create(factory.get(), section.value().get(name), position));
    } catch (IllegalArgumentException | UsageException e) {
      section.problem(name, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static RecipeStep create(StepFactory factory, JsonNode given, int position) {
    if (!given.isNull() && !given.isObject()) {
      throw new IllegalArgumentException("expected parameters such as {size: 224}, found " + given);
    }
    ObjectNode parameters = given instanceof ObjectNode object ? object : CanonicalJson.object();
    Arguments arguments = Arguments.read(factory.parameters(), parameters);
    return new RecipeStep(
        position, arguments.canonical(), factory.version(), factory.create(arguments));
  }
}
