"""Given names that tell a gender, made by ``training.given_names`` from the lists of Faker (MIT licence)."""

_MASCULINE = """
    aarav aaron abbas abdul abdullah abel abelardo abraham abram achim adalberto adam adelbert aditya adolf adolfo adonis
    adrian adriano adrien adán aedan agustín ahmad aidan aiden alan alastair albert alberto albin aldo alec alejandro
    aleksander alessandro alex alexander alexandre alexandru alf alfons alfonso alfred alfredo algot ali alistair alister
    allan allen almus alois alonso aloys alphons alphonse alvaro alvin alwin amado amador amin amir anaru anders andre
    andreas andrei andrej andres andrew andrzej andré andrés andy angelo angus ante antero anthony anto antoin antoine anton
    antonino antonio antonius antony aodhan archer archie ari ariki arjun arlo armando armin arne arno arnold arnulfo aron
    arran arron arsenio arthur artur arturo arvid arvo aryan asher august augustin augusto aurelio austin axel ayaan ayden
    bailie barry bart bastian beau beauden ben benedict benedikt benito benjamim benjamin benjamín benn benny berend bernabé
    bernard bernardo berndt bernhard bernt bert bertil bertram bertrand bevan bilal bill billy birger bjarne bjorn björn
    blaine blake blas bob bodhi bogdan boris brad bradley brady brandon branko braxton brayan brayden breandan brendan
    brendon brent brett brian brodie bruce bruno bryan bryce cahal cahir cailum cal caleb callan callum calogero calum
    calvin cameron camilo caoimhin caolain caolan caomhan carl carlo carlos carmelo carsten carter cas casper cathal
    celestino cesar chad charles che chris christian christoffer christoph christophe christopher cianan ciaran cillian
    cipriano ciro clarence clark claudio claudius claus clayton clemens clemente clifford clinton clive cody cohen cole
    colin collin colm colton colum conal conall conan conchur conn connor conor conrad constantin cooper corey cormac cornel
    cornelio cornelius cory craig cristian cristiano cristobal curt curtis césar dag dale dalibor dalton damian damien damon
    dan daniel danilo danny dante darin dario darius dariusz darko darrell darren darrin darryl darryn daryl darío dave
    david deaglan dean deane declan denis dennis denny derek dermot derrick desmond diarmuid diego dillon dimitri dimitrios
    dino diogo dion dirk domenico domhnall domingo dominic dominik don donal donald donato dorian douglas dragan duane
    duncan dustin dušan dwayne dylan eamon eamonn earl ebbe edgar edgardo edmond edmund eduard eduardo edvard edward edwin
    egbert egon einar eino elias elijah eliseo elliot elliott elmer elmo eloy elton elvin elvis emanuel emil emilian
    emiliano emilio emin emmanuel emmet emmett enda enrico enrique enzo eoghan eoin epifanio erasmo erdogan eric erich erick
    erik erkan erland erling ernest ernesto ernst erwin esteban ethan euan eugen eugene eugenio eunan eusebio evan evert
    ewald ewan ezequiel ezra fabian fabio fatih faustino fausto feargal fearghal federico felipe felix ferdinand fergal
    fergus fernando fidel filip filippo finbar finn fintan fionntan flavio fletcher florencio florentin florentino florian
    florin flynn francesco francis francisco franco franjo frank franklin frans franz fraser frazer fred freddy frederic
    frederick frederik fredo fredric fredrik fredy fridolin friedrich fritz frode gabino gabriel gael gaetano gareth garrett
    garry gary gaspar gavin genaro geoffrey georg george gerald geraldo gerard gerardo gerhard gerhardt german germán gerold
    gerrit gert gerónimo giancarlo gianni gil gilbert gilberto giles gino giorgio giovanni giuseppe glen glenn gonzalo goran
    gordon gottlieb graeme graham grant grayson greg gregg gregor gregorio gregory grzegorz guido guilherme guillermo gunnar
    gunner gustaf gustav gustavo guy hamish hamza hannes hans harald hardy harm harold harri harrison harry harvey hasan
    hayden hector heinrich helge helmer hemi hendrik henning henri henrik henrique henry herbert heriberto herman hermann
    hernán hilario hjalmar hoani holger horacio howard hubert hudson hugh hugo humberto héctor iain ian ibrahim ignacio
    ignatz igor ihaia ilias ilija ingmar isaac isaiah ishaan isidor isidro ismael ismail israel ivan ivar iver ivo iván
    jacek jacinto jack jackson jacob jacobo jacques jake jakob jakub jamal james jan janko jared jari jarl jarlath jaroslav
    jarrod jason jasper javier jaxon jay jayson jeff jeffery jeffrey jens jere jeremiah jeremy jermaine jerome jerry jerzy
    jerónimo jesper jesse jesus jesús jim jimmie jimmy joachim joakim joaquim joaquín job joe joel joey johan johann
    johannes john johnathan johnny jon jonas jonatan jonathan jonathon jordi jordon jordy jorge jose josef joseph josh
    joshua josiah josip josué josé jovan jozef joão juan jude juhani jules julian julien julio julius junior justin justus
    jörgen jørgen kahu kai kaleb kalevi kalle kamil kane karim karl karlo karsten kaspar kasper kauri kealan keanu keegan
    keelan keith kelvin ken kenan kenneth kenny kent kevin khalid kian kieran kilian killian kingston kirk kjell klaus knut
    koen konrad konstantin krish kristian kristofer kristoffer kristopher krzysztof kurt kurtis kyan kyle kåre lachlan
    lambert lance larry lars lasse laurenz lawrence leander leandro lee leif lennart leo leon leonard leonardo leonel
    leonhard leopold leopoldo leroy levi lewis lex liam lincoln lino linus lionel lisandro lloyd logan lorcan lorenz lorenzo
    lorin louis luc luca lucas lucian luciano lucio lucky ludvig ludwig luigi luis luka lukas luke luís lyndon macauley mads
    magnus mahmoud mairtin malachy malcolm malik malte manaaki manawa manfred manuel manus marc marcel marcelino marcello
    marcelo marcin marco marcos marcus marek mariano marijan mario marius mariusz mark marko markus mart martin martyn
    martín marvin mason massimo mateo mateus matheo mathew mathias matias matiu mato mats matteo matthew matthias matti
    mattias maurice mauricio maurizio mauro max maxim maximilian maximiliano maxwell mehmet melvin merlin mervyn micael
    micha michael micheal michel miguel mijo mika mikael mikaere mike mikhail milan milo milton mirco mirko miroslav mitchel
    mitchell modesto mohamed mohammad mohammed moritz morris morten muhammad murray mustafa myles natan natanael nate nathan
    nathaniel neil nelson neville niall nicholas nick nicklas nico nicolai nicolas nicolás niels nigel nikau niklas niko
    nikolai nikolaj nikolas nikolaus nikora nils nino nixon noah noel norbert norberto norman octavio odhran oisin olaf
    olavi ole oliver olivier olof omar oran orlando oscar oskar osman osvaldo oswald oswaldo otto ove owen pablo padraic
    padraig paolo pascal pascual pasquale patric patricio patrick patrik paul paulo pauric pavel pawel peadar pearce pearse
    peder pedro pekka per pero perry petar pete peter petter philip philipp philippe phillip piaras pierce pierre pietro
    piotr porfirio pranav preston quentin quincy quinten rafael ragnar rainer ralf ralph ramiro ramon ramón randall randolf
    randy raphael rasmus raul ravi rawiri ray rayan raymond raúl reginald reinaldo reinhold reino renato rené reuben rex
    reynaldo reza rhys rian ricardo richard rick rickey ricky rico rishi robby robert roberto rocco rodney rodolfo rodrigo
    rogelio roger rohan roland rolando rolf roman romeo ron ronald ronaldo ronan ronnie ronny rosendo ross roy ruairi ruari
    ruben rubén rudolf rudolph rufino rune rupert russell ryan ryder ryszard salvador salvatore sam sami samir samu samuel
    sander sandro santiago santino saul saverio scot scott seamus sean sebastian sebastiano sepp sergio seth severin
    severino severo shane shaun shawn shayne sigmund sigurd silas silvester silvio simon sione slavko sonny spencer stan
    stanislaus stanislav stanley stefan stefano sten stephan stephen steve steven stewart stig stjepan stuart sven sylvester
    sören tadeusz tage taine tama tamati tane tangaroa tanner tapani tapio ted teodor teodoro terence terrance terrence theo
    theodor theodore thomas thor tiarnan tiernan tilman tim timmy timo timoteo timothy tito titus tobias toby todd toivo tom
    toma tomas tomasz tomislav tommy tomás tony tor torben tore torsten toy travis trent trevor tristan troy tyler tyrone
    tyson ulf ulises ulrik urban uriel valdemar valentim valentin valentino valerio valter vasco vaughan veli verner vernon
    vicente victor victoriano vidal vidar viktor vilhelm ville vince vincent vincenzo virgilio vito vittorio vladimir vlado
    víctor waldemar walter warren warwick wayne wenzel werner wesley wilfredo wilhelm william willy wilmer wilson wiremu
    witold wojciech wyatt xavier yago yan yilmaz yngve yusuf zac zacarías zach zachary zaid zak zane zdravko zeno zlatko
    zoran álvaro ángel óscar øystein øyvind
"""
_FEMININE = """
    aaliyah abbey abbi abbie abby abigail abril addison adela adelaida adele adelia adelina adeline adina adriana adriane
    adrianna adrienne agata agatha agathe agnes agnieszka aida aideen aileen aili ailis aimee aimée aine aisha aisling
    aislinn alana alanis alanna alannah alba alberta albertina albertine albina aleisha alejandra aleksandra alena
    alessandra alexa alexandra alexandria alexia alice alicia alida alina aline alisa alisha alison alix alize alla allison
    alma alondra alwina alwine alyssa alícia amaia amalia amalie amanda amara amaya amber amelia amelie amie amina amira
    amparo amy amélie ana anabel anabella anahera anastasia andrea ane aneta anette angela angelica angelika angelina
    angelique angelita angie angélica anica anika anita anja anjali anka ann anna annabel annabell annabella annabelle
    annalise annamaria anne anneli annelie anneliese annemarie annetta annette anni annie annika annikki anouk antoinette
    antonella antonia antonietta antonina anya aoibheann aoibhin aoibhinn aoife apolonia april arabella araceli arcelia aria
    ariadna ariana ariane arianne armida aroha ashlee ashleigh ashlene ashling asta astrid asunción ataahua audrey augusta
    augustina aura aurelia aurora aurore autumn ava awhina ayesha ayla aylin ayten babette barbara beata beatrice beatrix
    beatriz becky belen belinda bella benita bente benthe berenice berit bernadette berta bertha beth bethan bethany betina
    bettina betty beverley beverly bianca bianka bina birgitta birte birthe blanaid blanca blanka bodil bonnie božena brandi
    branka breanna brenda briana brianna bridget brigid brigitte brinda brita britney britt britta brittany brittney bronach
    bronagh bronwyn brooke bruna bryony bárbara cailin caitlin caitlyn caitriona calista camila camilla camille canan
    candace candice caoilfhionn caoimhe cara caragh caren caridad carin carina carla carlota carlotta carly carmela
    carmelita carmen carmina carol carola carole carolin carolina caroline carolyn casandra cassandra catalina catarina
    caterina catharina catherine cathleen cathrine cathy catrin catrina catriona ceara cecilia cecilie celia celine chantal
    chantel chantelle charis charlene charlotta charlotte chelsea chelsey cherie cherith cheryl chloe christa christel
    christiana christiane christin christina christine ciara ciarrai cindy citlali claire clara clare clarice clarisa
    clarissa claudia claudine clementina cliodhna cliona clodagh cloe clotilde colette colleen collette concepción concetta
    concha connie constance constanze consuela consuelo cora coral corina corinna corinne cornelia corrie courteney courtney
    cristal cristina crystal cynthia dafne dagmar dagny dairine daisy dalia damaris dana danica daniela daniella danielle
    daphne daria dariana darlene dawn dayna deanna dearbhail dearbhaile dearbhla debbie deborah debra deirbhile delfina
    delia demetra demi denisa denise dervla desiree destiny diana diane dianne dilara dina dionne diya dolores domenica
    dominga dominique donna dora doreen dorina doris dorota dorothea dorothy draga dragica dulce débora eadaoin ebba ebony
    eda edda edel edit edith eduarda eileen eilis eilish eimear eimer eimhear ela elaine elba eleanor eleanora elena elenore
    eleonora eleonore elfie eliana elif elin elina elinor elisa elisabet elisabeth elise eliza elizabeth ella ellen elli
    ellie ellinor elly elma elna elodia eloisa eloise elsa else elsie elvia elvira ema emanuela emelie emely emer emilia
    emilie emily emma emmi emmy enya erica erika erin erna ernestine eryn esmeralda esperanza estefanía estela estelle ester
    esther estrella ethel etta eugenia eugenie eulalia eusebia eva evangelina eve evelin evelina eveline evelyn evelyne evi
    evie evita evy ewa fabia fabiana fabiola fainche faith fanny fatima fay faye felicia felicitas felipa fernanda filippa
    filomena fiona fionnuala flavia flor flora florence florencia florentina florina fortunata frances francesca francisca
    franziska freja freya frida frieda gabriela gabriella gabrielle gail gaylene gemma genoveva georgia georgiana georgina
    georgine geraldine gerda gertrud gertrude giada gianna gilda gillian gina giovanna gisela gitte giuliana giuseppina
    glenda glenys gloria gordana grace gracia graciela grainne greta gretchen grete grethe griselda gudrun gunda gunhild
    gwendolyn gülay hailey haley hana hanna hannah hanne hannele harmony harriet hayleigh hayley hazel heather hedda hedwig
    hedy heidi helen helena helene helga helma henrietta henriette herma hermine herminia hertha hilda hilde hildegard
    hillevi hilma hinewai holly hortense hortensia huia hulda ica ida ileana ilona ilse imelda imke imogen ina inaya indi
    india indie indira ines inez inga ingeborg inger ingrid inés iolanda iona irena irene irina iris irma isa isabel isabela
    isabell isabella isabelle isadora isis isla isobel itzel ivana ivanka ivona ivonne jackie jaclyn jacqueline jade jana
    jane janet janette janice janina janine janna jannie jaqueline jasmin jasmina jasmine jayda jayde jayne jeana jeanette
    jeanne jeannette jeannine jelena jemma jena jenna jenni jennie jennifer jenny jessica jessika jill jillian jimena jo
    joan joana joann joanna joanne jocelyn jodi jodie jody johana johanna johanne jolanda jolene jolie joline jonna jorja
    josefa josefina josefine josephine josette jovita joy joyce juana juanita judith judy julia juliana juliane julianna
    julie julieta juliette julijana june justina justine júlia kaarina kaia kaitlin kaitlyn kala kalina kamila kamya kara
    karen karin karina karla karley karolina karoline karyn kata katarina katarzyna kate katelyn katerina katharina
    katharine katherine kathi kathleen kathryn kathy kati katie katja katrin katrina katy kayla kaylee kayleigh keely keeva
    keira kelli kellie kelsey kendra keri kerri kerrie kerstin khloe kiera kimberley kira kiri kirsten kirstie kirstin
    kirsty klara kora kori kornelia krista kristi kristie kristin kristina kristine kristy krystal krystyna kyara kyla kylie
    kyra laetitia laila lana laoise lara larissa latasha latoya laura laureen lauren lauretta laurie lavinia layla lea leah
    leana leandra leanne leena leia leila lelia lena lene leni leona leonie leonor leonora leonore leontina lesley leticia
    letícia leyla lia liana liane libby lidia lidija ligia liisa lila lili lilia lilian liliana liliane lilla lilli lilly
    lily lina linda lindsey line linnea lisa lisbeth lise liselotte lisette liv livia liz liza ljiljana ljubica lois lola
    lolita lona loni loredana lorelei lorena loretta lori lorna lorraine lotta lotte louisa louise lourdes lovisa luana
    lucia luciana lucie lucinda lucy lucía ludmila ludovica luisa luise luiza luna luz luísa lydia lynda lyndsay lyndsey
    lynette lynley lynn lynne lynnette lynsey maarit maddison madeleine madelene madeline madison maeve mafalda magdalena
    magdalene maggie mahi maia maida mairead maja majken makayla malena malgorzata malin mallory malvina manda mandy manuela
    manuelita mara maraea marcela marcelina marcella marcelle marcia mare maree mareikura maren marga margaret margareta
    margarete margaretha margarita margit margot margret marguerite mari maria mariah mariam mariana mariann marianna
    marianne maribel marica maricela marie marietta marija marijana marika marilyn marina marion marisa marisela marisol
    marissa marit marita maritta marja marjatta marleen marlen marlene marta martha martina martine mary maryam mathilda
    mathilde matilda matilde maud maura maureen maya mayte mckenzie meabh meagan meaghan meg megan meghan meibh meike
    melania melanie melina melinda melisa melissa melody mercedes mereana meredith meta mette mia micaela michaela michaele
    micheala michelle mikaela mikayla mila milagros milena milica milka milla millie mimi mina mindy minerva minna mira
    miranda mirella miriam miriama mirja mirjam mirjana misty mollie molly mona monica monika monique morena mya mónica nada
    nadia nadin nadine nadja nana nancy nanna naoimh naomh naomi narcisa natalia natalie natascha natasha nathalie natividad
    nayeli neha nela nellie nelly nereida nevaeh nevenka ngaire nia niamh nichola nichole nicola nicole nidia nika nikita
    nikki nikolina nilda nina nisa noelia noemi noemí nora norah norma nova nuala octavia odalis odalys odette ofelia olena
    olga olimpia olive olivia olivie oonagh orfhlaith orlagh orlaigh orlaith otilia ottilia ottilie padraigin paige paloma
    pam pamela paola patrice patricia patrizia patty paula paulette paulina pauline peggy penelope penny perla petra
    philippa philomena phoebe phyllis pia pilar piper pippa polly poppy priscila priscilla rachael rachel rachelle raewyn
    rafaela ragna ragnhild ramona rana randi raquel rebeca rebecca rebekah regina reina rena renata renee renée reva reyna
    rhian rhianna rhianne rhiannon rhonda ria ricarda rita riya roberta robyn rochelle rocío roise roisin romana romina romy
    ronja rosa rosalia rosalie rosalinda rosaria rose roseanna rosemarie rosemary rosie rosina rosita roxana rozalia ruth
    sabina sabine sabrina sacha sadie sally salma salomé samantha samira sandra sanna sanne saoirse sara sarah sarina sarita
    sasha saskia savannah scarlett seana seanan seaneen seanna selena selina selma sena seona serafina serena sevim shakira
    shania shanice shanna shannan shannen shari sharlene sharon shauna shauneen shawna sheena sheila shelia shelley sheree
    sheri sherri sherry sheryl shirley shona sian siena sienna sierra signe sigrid silje silke silvana silvia simona simone
    sina sinead siobhan siofra siri siv skye skyla slavica socorro sofia sofie sofía soledad solveig sonia sonja sonya
    sophia sophie soraya sorcha stacey stacie stana stefani stefania stefanie stella stephanie stephany stina stine sue
    summer susan susana susann susanna susannah susanne sussie suzana suzanne svea svetlana sybilla sylvia sylvie sylwia
    tabitha taina tamara tami tammie tammy tania tanja tanya tara tasha tatiana tatjana tayla tea teodora teresa terese
    terina terri tess tessa thea theda thekla theodora theres theresa therese theresia tia tiana tiarna tiegan tiffany tilda
    tilde tina tomasa tonia tonicha tonya tori tove tracey traci tracie tricia trine trudi tui tuulikki tyla tyra ulla
    ulrike una unni ursula urszula valentina valeria valerie vanesa vanessa veda vera verena veronica veronika verónica
    vesna veta vicki vickie vicky victoria viktoria vilma vincenza viola violet violeta violetta virginia viridiana vitória
    vivian viviana vivienne waimarie wanda wendy whitney wikitoria wilhelmina wilhelmine willow wilma xenia ximena xiomara
    yara yasmin yasmine yesenia yolanda yuridia yvette yvonne zahra zaida zaira zara zdenka zelma zenobia zeynep zina zita
    zoe zoey zora zoé ángela åse úrsula
"""
GENDER_BY_GIVEN_NAME = dict.fromkeys(_MASCULINE.split(), "Masc") | dict.fromkeys(_FEMININE.split(), "Fem")
"""A given name in small letters: "Masc" or "Fem", as in Universal Dependencies."""
