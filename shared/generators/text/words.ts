/** The usual placeholder Latin, from Cicero's De finibus by way of typesetters. */
export const latinWords: readonly string[] =
  "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore magna aliqua enim ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea commodo consequat duis aute irure in reprehenderit voluptate velit esse cillum eu fugiat nulla pariatur excepteur sint occaecat cupidatat non proident sunt culpa qui officia deserunt mollit anim id est laborum at vero eos accusamus iusto odio dignissimos ducimus blanditiis praesentium voluptatum deleniti atque corrupti quos dolores quas molestias excepturi similique mollitia animi dolorum fuga harum quidem rerum facilis expedita distinctio nam libero tempore cum soluta nobis eligendi optio cumque nihil impedit quo minus quod maxime placeat facere possimus omnis voluptas assumenda repellendus temporibus autem quibusdam officiis debitis aut necessitatibus saepe eveniet voluptates repudiandae recusandae itaque earum hic tenetur sapiente delectus reiciendis voluptatibus maiores alias perferendis doloribus asperiores repellat".split(
    " ",
  );

export const adjectives: readonly string[] =
  "amber ancient autumn azure bitter blue bold brave bright broad calm clear clever cool copper coral crimson crisp curious daring dawn deep distant early eager easy emerald even fair fancy fast fine firm fresh gentle glad golden grand green happy hidden hollow honest humble idle indigo ivory jolly keen kind late lemon light little lively long loud lucky lunar magic maple mellow merry mild misty modern narrow neat nimble noble odd olive open orange pale patient plain pleasant polite proud pure purple quick quiet rapid rare ready red restless rich rosy rough round royal ruby rustic sandy scarlet secret sharp shiny short shy silent silver simple sleepy slow small smooth snowy soft solar solid spare spring still strong sturdy summer sunny sweet swift tall tame tender tidy tiny urban".split(
    " ",
  );

export const nouns: readonly string[] =
  "acorn anchor apple arch arrow aspen badger basin bay beach beacon birch bird bloom boat branch breeze bridge brook bush canyon castle cave cedar cherry cliff cloud clover coast comet cove crane creek crest crow dale dawn deer delta desert dove dream dune eagle echo elm ember falcon feather fern field finch fire fjord flame flower fog forest fox frost garden glade glen grove gull harbor hawk hazel heath heron hill hollow horizon island ivy jade jewel lagoon lake lantern lark leaf lily lion lotus maple marsh meadow mesa mill mist moon moss mountain night oak oasis ocean orchard orchid otter owl palm path peak pearl pebble pine plain planet pond poppy prairie quartz rain raven reef ridge river robin rock rose sage sail shadow shell shore sky snow sparrow spruce star stone storm stream".split(
    " ",
  );
