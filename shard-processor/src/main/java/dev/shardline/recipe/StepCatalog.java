package dev.shardline.recipe;

import dev.shardline.failure.UsageException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The steps that recipes may call, by name.
public final class StepCatalog {
  private final SortedMap<String, StepFactory> factories;

  private StepCatalog(SortedMap<String, StepFactory> factories) {
    this.factories = Collections.unmodifiableSortedMap(factories);
  }

  /// A catalog of these steps and no others.
  ///
  /// @throws UsageException if two have the same name
  public static StepCatalog of(Collection<? extends StepFactory> factories) {
    SortedMap<String, StepFactory> byName = new TreeMap<>();
    for (StepFactory factory : factories) {
      StepFactory other = byName.putIfAbsent(factory.name(), factory);
      if (other != null) {
        throw new UsageException(
            "Two steps are named `%s`: %s and %s; rename one, or take one jar off the class path"
                .formatted(
                    factory.name(), other.getClass().getName(), factory.getClass().getName()));
      }
    }
    return new StepCatalog(byName);
  }

  /// A catalog of the program's own steps and those that jars on the class path offer.
  public static StepCatalog withClassPath(Collection<? extends StepFactory> own) {
    List<StepFactory> all = new ArrayList<>(own);
    ServiceLoader.load(StepFactory.class).forEach(all::add);
    return of(all);
  }

  /// The step of that name.
  public Optional<StepFactory> find(String name) {
    return Optional.ofNullable(factories.get(name));
  }

  /// All steps, in the order of their names.
  public Collection<StepFactory> all() {
    return factories.values();
  }

  /// What to tell a user who asked for a step that is not there.
  String unknown(String name) {
    return NearestName.unknown("step", name, new TreeSet<>(factories.keySet()));
  }
}
