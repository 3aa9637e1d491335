package dev.shardline.pipeline.dryrun;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// How ShardedByS3Key hands objects to machines here. The service says only that each machine gets
/// about its share; a container that is right under all of these does not depend on more.
public enum AssignmentOrder {
  /// One after the other.
  ROUND_ROBIN,
  /// Neighbouring keys go to the same machine.
  CONTIGUOUS,
  /// By lot, from the seed.
  RANDOM,
  /// Everything to the last machine, nothing to the others, in reverse order, and files lie deeper
  /// than they must.
  ADVERSARIAL;

  /// Which machine gets each of `objects` objects, by machine: lists of object indices. Every
  /// object is in exactly one list.
  List<List<Integer>> assign(int objects, int machines, long seed) {
    List<List<Integer>> shares = new ArrayList<>();
    for (int machine = 0; machine < machines; machine++) {
      shares.add(new ArrayList<>());
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (int object = 0; object < objects; object++) {
      switch (this) {
        case ROUND_ROBIN -> shares.get(object % machines).add(object);
        case CONTIGUOUS -> shares.get((int) ((long) object * machines / objects)).add(object);
        case RANDOM -> shares.get(random.nextInt(machines)).add(object);
        case ADVERSARIAL -> shares.get(machines - 1).add(objects - 1 - object);
      }
    }
    return shares;
  }
}
