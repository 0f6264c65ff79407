import { phrases, type ProseLists } from "./prose-lists.ts";

export const french: ProseLists = {
  description: phrases(
    `Couvre les cas habituels
    Convient à la plupart des commandes
    Disponible dans toutes les agences
    Conservé pour les anciens dossiers
    Introduit avec le nouveau tarif
    Prévu pour un usage quotidien
    Réservé à un usage interne
    Remplace l’édition de l’an dernier
    Fait partie de la gamme de printemps
    Adapté aux petites équipes
    Contrôlé à la main avant la mise en service`,
    `, assistance comprise
    , sans supplément
    , jusqu’à nouvel ordre
    , dans la limite des stocks
    , à partir du mois prochain
    , sur simple demande
    , aux conditions habituelles
    , y compris le samedi`,
  ),
  story: phrases(
    `Une institutrice à la retraite
    Un jeune enquêteur
    Le dernier gardien de phare de l’île
    Une cuisinière ambitieuse
    Un musicien de passage
    La fille d’un horloger
    Un bibliothécaire timide
    Une journaliste dans une ville divisée
    Un vieux marin`,
    `découvre une lettre qui ne devait jamais être lue
    doit rentrer avant l’hiver
    veut sauver l’entreprise familiale
    se laisse entraîner dans un pari dangereux
    trouve un allié inattendu
    doit choisir entre le devoir et l’amour
    perce un secret que toute la ville protège
    apprend que le passé revient toujours`,
  ),
  comment: phrases(
    `Client rappelé
    Dossier vérifié
    Documents renvoyés
    Message laissé
    Chiffres relus
    Transmis à la comptabilité
    Vu sur place
    Confirmé par téléphone
    Formulaire signé reçu`,
    `, nouvelle date convenue
    , rien d’anormal
    , retour prévu la semaine prochaine
    , tout est réglé
    , réponse en attente
    , comme convenu
    , adresse corrigée
    , dossier clos`,
  ),
  review: phrases(
    `Fonctionne comme prévu
    La livraison a été plus rapide que prévu
    Bon rapport qualité-prix
    La couleur est un peu plus foncée que sur la photo
    À racheter sans hésiter
    Facile à monter
    La notice pourrait être plus claire
    Service aimable et efficace
    Plus petit que je ne pensais, mais très bien
    Exactement ce que je cherchais
    Bien emballé
    Pas parfait, mais suffisant
    Un peu bruyant, sinon parfait`,
  ),
  praise: phrases(
    `Fonctionne comme prévu
    La livraison a été plus rapide que prévu
    Bon rapport qualité-prix
    À racheter sans hésiter
    Facile à monter
    Service aimable et efficace
    Exactement ce que je cherchais
    Bien emballé`,
  ),
  mixed: phrases(
    `Pas parfait, mais suffisant
    La couleur est un peu plus foncée que sur la photo
    La notice pourrait être plus claire
    Plus petit que je ne pensais, mais ça va
    Un peu bruyant, sinon correct
    Correct pour le prix`,
  ),
  complaint: phrases(
    `En panne au bout d’une semaine
    Ne correspond pas à la description
    Je l’ai renvoyé
    Arrivé abîmé
    Personne n’a répondu à mes messages
    Beaucoup trop bruyant
    Je ne le rachèterais pas
    Il manquait des pièces`,
  ),
  message: phrases(
    `Merci pour votre message
    Nous avons bien reçu votre demande et vous répondrons sous deux jours
    Vous trouverez les chiffres du mois dernier en pièce jointe
    Merci de nous dire si la date vous convient
    La réunion est reportée à jeudi
    Votre commande est en route
    J’ai une question sur la dernière facture
    Pourriez-vous m’envoyer à nouveau les documents ?
    Nous nous réjouissons de votre visite
    Merci de confirmer l’adresse de livraison
    La modification a été faite comme demandé
    Veuillez nous excuser pour ce retard`,
  ),
  subject: phrases(
    `Question sur
    Suivi concernant
    Rappel :
    Retour sur
    Documents pour
    Remarques sur
    Résumé pour`,
    `la dernière facture
    votre réservation
    la date de livraison
    le nouveau contrat
    le rapport mensuel
    la réunion d’équipe
    la liste de prix
    l’enquête de satisfaction`,
  ),
  clinical: phrases(
    `Vu pour contrôle
    Tension bien équilibrée
    Auscultation pulmonaire normale
    Toux depuis trois jours
    ECG sans anomalie aiguë
    Douleur du genou en amélioration
    Glycémie au-dessus de la cible
    Cicatrisation satisfaisante
    Céphalées deux fois par semaine
    Essoufflement à l’effort
    Poids stable depuis la dernière visite
    Bilan sanguin dans les normes`,
    `, traitement inchangé
    , à revoir dans six semaines
    , pas de signe d’infection
    , repos conseillé
    , dose adaptée
    , adressé à un spécialiste
    , examens complémentaires demandés
    , expliqué au patient`,
  ),
  reason: phrases(
    `moins cher ailleurs
    livré trop tard
    abîmé pendant le transport
    mauvaise taille commandée
    commandé deux fois par erreur
    plus nécessaire
    saisie incorrecte
    déménagement
    documents manquants
    à la demande du client
    panne technique
    fin du contrat`,
  ),
  keywords: phrases(
    `été
    jardin
    bureau
    voyage
    famille
    cuisine
    santé
    musique
    sport
    promotion
    école
    ville
    nature
    technologie
    hiver
    cadeau
    maison
    vacances`,
  ),
};
